import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { guardRoute, isSecret, KEY_COOKIE } from './guard-route.ts';
import { readBody } from './read-body.ts';
import { json, MOST_BYTES, refusal, type Route, type RouteAnswer, type Served, TOOL_POLICY } from './route.ts';
import { sendFile } from './send-file.ts';

/** What the pages of the preview itself are answered with. */
export interface ToolsOptions {
  readonly routes: readonly Route[];
  /** Whether other machines may ask: then each request needs the key that the terminal shows. */
  readonly isOpenToOthers: boolean;
  /** The key of the server that this one takes the place of, which browsers have; another one is made where there is none. */
  readonly keyBefore?: string | undefined;
  /** What there is now. */
  readonly served: () => Omit<Served, 'token'>;
  /** Is told why a request could not be answered. */
  readonly onFault: (fault: unknown) => void;
}

const KEY_BYTES = 12;
const KEY = /^[\w-]{16}$/;

/** Where the pages of the preview itself, and the script of the bar, learn the token of their POSTs. Other sites cannot read the answer. */
const SESSION: Route = {
  method: 'GET',
  path: '/_desk/session',
  respond: (_request, { token }) => json({ token }),
};

/** Answers for the addresses of the preview itself: those of the desk, and of the editor in the browser. */
export class Tools {
  private readonly options: ToolsOptions;
  private readonly routes: readonly Route[];
  private readonly token = randomBytes(24).toString('base64url');
  /** What other machines open the desk with, as `?key=…`; `undefined` where none may. */
  readonly key: string | undefined;

  constructor(options: ToolsOptions) {
    this.options = options;
    this.routes = [SESSION, ...options.routes];
    const { isOpenToOthers, keyBefore = '' } = options;
    const key = KEY.test(keyBefore) ? keyBefore : randomBytes(KEY_BYTES).toString('base64url');
    this.key = isOpenToOthers ? key : undefined;
  }

  /**
   * Answers a request that is safe to look at. It never fails.
   *
   * @param path Decoded, see {@link guardRequest}.
   * @param query With its `?`, or nothing.
   */
  async respond(
    request: IncomingMessage,
    response: ServerResponse,
    { path, query, port }: { readonly path: string; readonly query: string; readonly port: number },
  ): Promise<void> {
    const parameters = new URLSearchParams(query.replace(/#.*$/s, ''));
    if (this.openByKey(request, response, { path, port, key: parameters.get('key') })) return;
    const { method, headers } = request;
    const guarded = guardRoute(this.routes, { method, path, headers }, { token: this.token, key: this.key, port });
    if (guarded.kind === 'refused') {
      const allow = guarded.allow === undefined ? {} : { allow: guarded.allow };
      // What is left of a body is not read.
      const closing = { connection: 'close', ...allow };
      write(request, response, { ...refusal(guarded.status, `Refused: ${guarded.reason}`), headers: closing });
      return;
    }
    const { route } = guarded;
    try {
      const read = route.method === 'POST' ? await readBody(request, route.mostBytes ?? MOST_BYTES) : undefined;
      if (read?.kind === 'refused') {
        const closing = { headers: { connection: 'close' } };
        write(request, response, { ...refusal(read.status, `Refused: ${read.reason}`), ...closing });
        return;
      }
      const served = { ...this.options.served(), token: this.token };
      write(
        request,
        response,
        await route.respond({ path, query: parameters, origin: `http://${headers.host}`, body: read?.value }, served),
      );
    } catch (fault) {
      // Where only half of a request came, nothing was wrong but that.
      if (request.complete || !request.destroyed) this.options.onFault(fault);
      if (response.headersSent) response.destroy();
      else write(request, response, refusal(500, 'Broadsheet failed; the terminal says more'));
    }
  }

  /** Lets a browser of another machine in that was sent here by the address with the key; the key does not stay in the address. */
  private openByKey(
    { method }: IncomingMessage,
    response: ServerResponse,
    { path, port, key }: { readonly path: string; readonly port: number; readonly key: string | null },
  ): boolean {
    if (method !== 'GET' || this.key === undefined || !isSecret(key, this.key)) return false;
    const cookie = `${KEY_COOKIE}${port}=${this.key}; HttpOnly; SameSite=Strict; Path=/`;
    response.writeHead(302, { location: encodeURI(path), 'set-cookie': cookie }).end();
    return true;
  }
}

function write(request: IncomingMessage, response: ServerResponse, { status, type, body, headers }: RouteAnswer): void {
  response.statusCode = status ?? 200;
  response.setHeader('content-type', type);
  response.setHeader('content-security-policy', TOOL_POLICY);
  response.setHeader('referrer-policy', 'same-origin');
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  if (typeof body === 'object' && 'diskPath' in body) {
    sendFile(body.diskPath, request, response);
    return;
  }
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.setHeader('content-length', bytes.length);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
