import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { EnricherOptions } from '@weir/enrichment';

const PUBLIC_ADDRESS = '93.184.215.14';

export interface LocalSite {
  /** Paths asked for, in order. */
  readonly visits: string[];
  /** Answers to `/slow`, which wait until they are called. */
  readonly held: (() => void)[];
  /** Every name that ends in `shop.example` is this site, `inside.example` a private address; nothing else exists. */
  readonly network: EnricherOptions;
  /** Gives all answers that are held. */
  release(): void;
  close(): Promise<void>;
}

/** A page with a form, on the loopback, under names of its own network. */
export async function openLocalSite(): Promise<LocalSite> {
  const visits: string[] = [];
  const held: (() => void)[] = [];
  const server = createServer((request, response) => {
    visits.push(request.url ?? '');
    const answer = () => response.writeHead(200, { 'content-type': 'text/html' }).end('<form action="">');
    if (request.url === '/slow') held.push(answer);
    else answer();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const release = () => {
    for (const answer of held.splice(0)) answer();
  };
  return {
    visits,
    held,
    network: {
      resolver: { resolve: async (name) => addressesOf(name) },
      dial: (address) => connect({ host: '127.0.0.1', port: address === PUBLIC_ADDRESS ? port : 1 }),
    },
    release,
    close: async () => {
      release();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function addressesOf(name: string): string[] {
  if (name.endsWith('shop.example')) return [PUBLIC_ADDRESS];
  return name === 'inside.example' ? ['10.0.0.1'] : [];
}
