import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Served } from '../browser/serve.ts';

/** Serves a site again, to an engine that cannot say that it is another browser: its scripts find that browser's name. */
export async function serveAsSeenBy(userAgent: string, { origin }: Served): Promise<Served> {
  const name = `<script>Object.defineProperty(navigator,"userAgent",{value:${JSON.stringify(userAgent)}})</script>`;
  const server = createServer(async ({ url = '/' }, response) => {
    const answer = await fetch(origin + url);
    const type = answer.headers.get('content-type') ?? '';
    const body = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, { 'content-type': type });
    response.end(type.startsWith('text/html') ? body.toString('utf8').replace('<head>', `<head>${name}`) : body);
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
