import type { Stats } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import send from 'send';

/** Sends a file, the part of it that is asked for, or only that whoever asks has it already. */
export function sendFile(diskPath: string, request: IncomingMessage, response: ServerResponse): void {
  const { headers } = request;
  const fail = ({ status }: { readonly status: number }): void => {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.statusCode = status;
    response.end(Buffer.from(status === 404 ? 'The file is gone.\n' : ''));
  };
  send(request, encodeURIComponent(diskPath), { dotfiles: 'allow', index: false })
    .on('file', (_path: string, { size }: Stats) => {
      // Of a file that is shorter than the end that is asked for all is meant (RFC 9110, 14.1.2); `send` refuses.
      if (Number(/^ *bytes=-(\d+) *$/.exec(headers.range ?? '')?.[1]) > size) headers.range = 'bytes=0-';
    })
    .on('directory', () => fail({ status: 404 }))
    .on('error', fail)
    .pipe(response);
}
