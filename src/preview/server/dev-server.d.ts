/** The parts of Eleventy's development server that Broadsheet uses; the package has no types of its own. */
declare module '@11ty/eleventy-dev-server' {
  import type { IncomingMessage, Server, ServerResponse } from 'node:http';

  interface UpdateServer {
    readonly options: {
      maxPayload: number;
      verifyClient: (info: { readonly origin: string | undefined; readonly req: IncomingMessage }) => boolean;
    };
    readonly clients: Iterable<{ terminate(): void }>;
    on(event: 'connection', listener: (socket: { on(event: 'error', listener: () => void): void }) => void): void;
  }

  // biome-ignore lint/style/noDefaultExport: the package has no other
  export default class EleventyDevServer {
    /** @param folder Where files are looked for that no middleware has answered. */
    constructor(name: string, folder: string, options: Readonly<Record<string, unknown>>);
    /** Made when it is asked for first. */
    readonly server: Server;
    /** There once the server listens. */
    readonly updateServer?: UpdateServer;
    onRequestHandler(request: IncomingMessage, response: ServerResponse): Promise<void>;
    setupReloadNotifier(): void;
    /** Sends a message to all pages that are open. */
    sendUpdateNotification(message: Readonly<Record<string, unknown>>): void;
    close(): Promise<void>;
  }
}
