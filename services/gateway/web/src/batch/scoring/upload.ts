import { WeirApiError, WeirConnectionError } from '@weir/client';
import { csrfHeaders } from '../../api/client.js';

export interface UploadOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Hears the bytes sent so far. */
  readonly onSent: (bytes: number) => void;
}

/** Posts a file and tells how much of it is sent, which `fetch` cannot. Gives the answer's JSON. */
export function upload<Answer>(
  path: string,
  body: Blob,
  { headers, signal, onSent }: UploadOptions,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of Object.entries({ ...headers, ...csrfHeaders() }))
      request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.onerror = () =>
      reject(
        new WeirConnectionError(new URL(path, window.location.href).href, new Error('the upload broke off')),
      );
    request.onabort = () => reject(signal.reason);
    request.onload = () => {
      const { status, statusText, responseText } = request;
      const answer = parsed(responseText);
      if (status >= 200 && status < 300) resolve(answer as Answer);
      else reject(new WeirApiError(new Response(null, { status, statusText }), answer));
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
