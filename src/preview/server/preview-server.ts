import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import EleventyDevServer from '@11ty/eleventy-dev-server';
import { EMPTY_FOLDER } from '../../disk/project.ts';
import { parseUrl } from '../../domain/addresses.ts';
import { addSources, inlineSources } from '../../formats/content-policy.ts';
import { guardRequest, isOwnHost } from './guard-request.ts';
import type { PreviewFile } from '../preview-edition.ts';
import { isToolPath } from './guard-route.ts';
import { insertBefore, printReloadScript } from './reload-script.ts';
import { sendFile } from './send-file.ts';
import type { Tools } from './tools.ts';

/** What is sent for a path. */
export interface Answer {
  readonly status: number;
  readonly file: PreviewFile;
}

/** How a path is asked for. */
export interface Asked {
  readonly query: URLSearchParams;
  /** Whether it is to stand in a frame of another page, as far as the browser says so. */
  readonly isFramed: boolean;
}

/** What a preview's server needs. */
export interface PreviewOptions {
  /** The name or address of the interface to listen on. */
  readonly host: string;
  /** What is at a path; it never fails. */
  readonly answer: (path: string, asked: Asked) => Promise<Answer>;
  /** Answers for the addresses of the preview itself. */
  readonly tools: Tools;
  /** Is told of what went wrong with a request. */
  readonly onFault: (fault: unknown) => void;
}

/** So many ports from the wanted one on are tried. */
const PORTS = 20;
/** What browsers send is nothing at all. */
const LONGEST_MESSAGE = 1024;
const THIS_MACHINE = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether a server that listens on a host is for this machine alone. */
export function isPrivateHost(host: string): boolean {
  return /^(?:127(?:\.\d+){3}|localhost|::1)$/.test(host);
}

/** Eleventy's development server behind a guard: it listens on one interface, and only sees requests that are safe. */
export class PreviewServer extends EleventyDevServer {
  private readonly preview: PreviewOptions;
  /** The names that it answers to; any where other machines may ask. */
  private readonly hosts: ReadonlySet<string> | undefined;
  private revision = 1;
  private listensOn = 0;

  constructor(preview: PreviewOptions) {
    super('broadsheet', EMPTY_FOLDER, {
      // It would not notice that a page is older than the connection to it.
      liveReload: false,
      domDiff: false,
      messageOnStart: () => false,
      logger: { info: ignore, log: ignore, error: ignore },
      middleware: [(request: IncomingMessage, response: ServerResponse) => this.respond(request, response)],
    });
    this.preview = preview;
    this.hosts = isPrivateHost(preview.host) ? new Set([...THIS_MACHINE, preview.host]) : undefined;
  }

  /**
   * Begins to listen.
   *
   * @param isMovable Whether it may be a later port where the wanted one is taken.
   * @returns The port.
   */
  async listen(port: number, isMovable: boolean): Promise<number> {
    const { server } = this;
    // Its own would try other ports, always, and in the end throw where nobody can catch it.
    server.removeAllListeners('error');
    for (let tried = port; ; tried += 1) {
      try {
        server.listen({ port: tried, host: this.preview.host });
        await once(server, 'listening');
        server.on('error', this.preview.onFault);
        this.listensOn = (server.address() as AddressInfo).port;
        return this.listensOn;
      } catch (fault) {
        const isTaken = (fault as NodeJS.ErrnoException).code === 'EADDRINUSE';
        if (!isTaken || !isMovable || tried >= port + PORTS || tried >= 65_535) throw fault;
      }
    }
  }

  /** Ends at once: its own waits for browsers to agree. */
  override async close(): Promise<void> {
    for (const socket of this.updateServer?.clients ?? []) socket.terminate();
    this.server.close();
    this.server.closeAllConnections();
  }

  override async onRequestHandler(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('cache-control', 'no-store');
    response.setHeader('x-content-type-options', 'nosniff');
    const { method, url } = request;
    const guarded = guardRequest({ method, url, host: request.headers.host }, this.hosts);
    if (guarded.kind === 'refused') {
      const { status, reason } = guarded;
      const allow = status === 405 ? { allow: 'GET, HEAD' } : {};
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close', ...allow });
      response.end(Buffer.from(`Refused: ${reason}.\n`));
      return;
    }
    try {
      if (isToolPath(guarded.path))
        await this.preview.tools.respond(request, response, { ...guarded, port: this.listensOn });
      else await super.onRequestHandler(request, response);
    } catch (fault) {
      this.preview.onFault(fault);
      response.destroy();
    }
  }

  /** Has all browsers load their pages again. */
  renew(): void {
    this.revision += 1;
    this.sendRevision();
  }

  override setupReloadNotifier(): void {
    super.setupReloadNotifier();
    const { updateServer } = this;
    if (!updateServer) throw new Error('The development server has no websockets any more');
    const { options } = updateServer;
    options.maxPayload = LONGEST_MESSAGE;
    // Any page of the web may open a websocket to this machine.
    options.verifyClient = ({ origin, req: { headers } }) =>
      isOwnHost(headers.host, this.hosts) && (origin === undefined || hostOf(origin) === headers.host);
    // A message that is none would end the process.
    updateServer.on('connection', (socket) => {
      socket.on('error', ignore);
      this.sendRevision();
    });
  }

  private sendRevision(): void {
    this.sendUpdateNotification({ type: 'broadsheet.revision', revision: this.revisionName });
  }

  private get revisionName(): string {
    return `${process.pid}.${this.revision}`;
  }

  private async respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const guarded = guardRequest({ method: request.method, url: request.url, host: request.headers.host }, this.hosts);
    if (guarded.kind === 'refused') throw new Error('A request came past the guard');
    // A page that is made while the site is renewed may be the older one.
    const { revisionName } = this;
    const { status, file } = await this.preview.answer(guarded.path, {
      query: parametersOf(guarded.query),
      isFramed: request.headers['sec-fetch-dest'] === 'iframe',
    });
    if (file.kind === 'redirect') {
      // Browsers remember those that are permanent.
      response.writeHead(302, { location: file.to + guarded.query }).end();
      return;
    }
    response.statusCode = status;
    response.setHeader('content-type', file.type);
    if (file.kind !== 'text' && file.policy !== undefined) {
      response.setHeader('content-security-policy', file.policy);
    }
    if (file.kind === 'file') {
      sendFile(file.diskPath, request, response);
      return;
    }
    const bytes = file.kind === 'bytes' ? file.bytes : Buffer.from(withReload(file, revisionName));
    response.setHeader('content-length', bytes.length);
    response.end(bytes);
  }
}

/** @param query As it stands in an address, with its `?` and what follows a `#`, or nothing. */
export function parametersOf(query: string): URLSearchParams {
  return new URLSearchParams(query.replace(/#.*$/s, ''));
}

/** A text as it is sent: pages with the script that has them loaded again. */
function withReload({ type, text }: Extract<PreviewFile, { readonly kind: 'text' }>, revision: string): string {
  if (!type.startsWith('text/html')) return text;
  const script = printReloadScript(revision);
  // Not in every browser is a websocket of the same host the site itself.
  const sources = { ...inlineSources(script), 'connect-src': ['ws:'] };
  return addSources(insertBefore(text, '</head>', script), sources);
}

function hostOf(origin: string): string | undefined {
  return parseUrl(origin)?.host;
}

function ignore(): void {}
