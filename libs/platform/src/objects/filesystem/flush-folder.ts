import { open } from 'node:fs/promises';

/** Flushes a folder's entries: without it a new name may be gone after a power cut, though its file was flushed. */
export async function flushFolder(folder: string): Promise<void> {
  // Windows has no such call, and opens no folders.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
