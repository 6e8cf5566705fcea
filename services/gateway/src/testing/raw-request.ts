import { type IncomingHttpHeaders, request } from 'node:http';

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** `fetch` sets Host, Origin and cookies itself, and joins headers; this sends what it is given. */
export function rawRequest(
  method: string,
  url: string,
  headers: Readonly<Record<string, string | string[]>> = {},
  body?: string,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers }, (response) => {
      const { statusCode: status = 0 } = response;
      // Streams do not end: their head says all that is asked here.
      if (String(response.headers['content-type']).startsWith('text/event-stream')) {
        resolve({ status, headers: response.headers, text: '' });
        asked.destroy();
        return;
      }
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status, headers: response.headers, text: String(Buffer.concat(chunks)) }),
      );
      response.on('error', reject);
    });
    asked.on('error', reject).end(body);
  });
}
