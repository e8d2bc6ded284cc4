import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { contentTypeOf } from '../../src/preview/preview-edition.ts';

/** Pictures come late, as they do on a telephone: a page that shifts when they come is found out. */
const PICTURE_DELAY = 40;

/** A site that is served to this machine only. */
export interface Served {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a folder as a static host would: `index.html` for a folder, `404.html` for what is not there. Nothing is kept by the
 * browser: each page is seen as by a reader who comes for the first time.
 */
export async function serve(folder: string): Promise<Served> {
  const server = createServer(async ({ url = '/' }, response) => {
    const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
    const asked = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const [file] = [asked, join(folder, '404.html')].filter((known) => existsSync(known) && statSync(known).isFile());
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = contentTypeOf(file);
    if (type.startsWith('image/')) await wait(PICTURE_DELAY);
    const headers = { 'content-type': type, 'cache-control': 'no-store' };
    response.writeHead(file === asked ? 200 : 404, headers).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, close };
}
