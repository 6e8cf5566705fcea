/** Copies the text. False where the browser refuses, or has no clipboard: beyond the loopback it wants HTTPS. */
export async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export const COULD_NOT_COPY = 'The browser refused: select the text and copy it';
