import { connect } from 'node:net';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Preview } from './a-preview.ts';

/** Sends bytes to a server of this machine as they are, and gives all that it answers until it hangs up. */
export function rawRequest(port: number, bytes: string | Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1');
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      answer += text;
    });
    // A server may hang up before it has read all of it.
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
    socket.write(bytes);
  });
}

/** Sends bytes to a server of this machine, and then nothing more. */
export function hangUpAfter(port: number, bytes: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.resume();
    socket.on('error', () => {});
    socket.on('close', () => resolve());
    socket.end(bytes);
  });
}

/** A websocket as far as a preview needs one: it hears short texts, and can say bytes that are no message. */
export class WebSocketProbe {
  readonly messages: unknown[] = [];
  readonly closed: Promise<unknown>;
  private readonly socket: Duplex;
  private bytes = Buffer.alloc(0);
  private told: (() => void) | undefined;

  private constructor(socket: Duplex, head: Buffer) {
    this.socket = socket;
    this.closed = once(socket, 'close');
    socket.on('error', () => {});
    socket.on('data', (bytes: Buffer) => this.take(bytes));
    this.take(head);
  }

  /** Opens a websocket; the status of the answer where it is refused. */
  static async open(port: number, headers: Readonly<Record<string, string>> = {}): Promise<WebSocketProbe | number> {
    const asked = request({
      port,
      host: '127.0.0.1',
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
        ...headers,
      },
    });
    asked.end();
    return new Promise((resolve, reject) => {
      asked.on('upgrade', (_response, socket, head) => resolve(new WebSocketProbe(socket, head)));
      asked.on('response', (response: IncomingMessage) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      asked.on('error', reject);
    });
  }

  /** The message of this number, from 0. */
  async message(index: number): Promise<unknown> {
    while (this.messages.length <= index) {
      await new Promise<void>((resolve) => {
        this.told = resolve;
      });
    }
    return this.messages[index];
  }

  send(bytes: Uint8Array): void {
    this.socket.write(bytes);
  }

  close(): void {
    this.socket.destroy();
  }

  /** Servers do not mask; RFC 6455, 5.2. Messages are shorter than 126 bytes. */
  private take(bytes: Buffer): void {
    this.bytes = Buffer.concat([this.bytes, bytes]);
    for (;;) {
      const [kind = 0, length = 0] = this.bytes;
      if (this.bytes.length < 2 || this.bytes.length < 2 + length) return;
      const text = this.bytes.subarray(2, 2 + length).toString();
      this.bytes = this.bytes.subarray(2 + length);
      if (kind !== 0x81) continue;
      this.messages.push(JSON.parse(text));
      this.told?.();
    }
  }
}

/** A websocket that a preview let in. */
export async function socketOf({ serving }: Preview): Promise<WebSocketProbe> {
  const socket = await WebSocketProbe.open(serving.port);
  if (typeof socket === 'number') throw new Error(`The websocket was refused: ${socket}`);
  return socket;
}
