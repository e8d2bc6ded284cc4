import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Socket } from 'node:net';

/** A connection that carries texts both ways. */
export interface WebSocketConnection {
  readonly send: (text: string) => void;
  readonly close: () => void;
}

const [TEXT, CLOSE, PING, PONG] = [0x1, 0x8, 0x9, 0xa];
const LAST = 0x80;
const MASKED = 0x80;

/**
 * Connects to a WebSocket of this machine: Node 20 has no client of its own. See RFC 6455.
 *
 * @param heard Is given each text that comes.
 */
export async function connectWebSocket(
  address: string,
  heard: (text: string) => void,
  closed: () => void,
): Promise<WebSocketConnection> {
  const socket = await upgrade(address);
  const send = (kind: number, payload: Buffer): void => {
    if (socket.writable) socket.write(frameOf(kind, payload));
  };
  let waiting = Buffer.alloc(0);
  let parts: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk]);
    for (let frame = firstFrame(waiting); frame !== undefined; frame = firstFrame(waiting)) {
      waiting = waiting.subarray(frame.length);
      if (frame.kind === PING) send(Number(PONG), frame.payload);
      else if (frame.kind === CLOSE) socket.end();
      else if (frame.kind !== PONG) {
        parts.push(frame.payload);
        if (!frame.isLast) continue;
        const text = Buffer.concat(parts).toString('utf8');
        parts = [];
        heard(text);
      }
    }
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', closed);
  return { send: (text) => send(Number(TEXT), Buffer.from(text)), close: () => socket.destroy() };
}

function upgrade(address: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const asked = request(address.replace(/^ws:/, 'http:'), {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
      },
    });
    asked.on('upgrade', (_response, socket) => resolve(socket));
    asked.on('response', ({ statusCode }) => reject(new Error(`${address} answers ${statusCode}, expected 101`)));
    asked.on('error', reject);
    asked.end();
  });
}

/** What a client sends is masked. */
function frameOf(kind: number, payload: Buffer): Buffer {
  const [mask, { length }] = [randomBytes(4), payload];
  return Buffer.concat([
    Buffer.from([LAST | kind]),
    lengthOf(length),
    mask,
    payload.map((byte, index) => byte ^ Number(mask[index % 4])),
  ]);
}

/** The length of what is sent, in as few bytes as can say it: Firefox takes no other. */
function lengthOf(length: number): Buffer {
  if (length < 126) return Buffer.from([MASKED | length]);
  const isShort = length < 2 ** 16;
  const bytes = Buffer.alloc(isShort ? 3 : 9);
  bytes[0] = MASKED | (isShort ? 126 : 127);
  if (isShort) bytes.writeUInt16BE(length, 1);
  else bytes.writeBigUInt64BE(BigInt(length), 1);
  return bytes;
}

interface Frame {
  readonly kind: number;
  readonly isLast: boolean;
  readonly payload: Buffer;
  /** Of the whole frame, in bytes. */
  readonly length: number;
}

/** The frame that some bytes begin with, if all of it is there. */
function firstFrame(bytes: Buffer): Frame | undefined {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return undefined;
  const size = second & 0x7f;
  const start = size < 126 ? 2 : size === 126 ? 4 : 10;
  if (bytes.length < start) return undefined;
  const length = start + (size < 126 ? size : size === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2)));
  if (bytes.length < length) return undefined;
  return { kind: first & 0x0f, isLast: (first & LAST) !== 0, payload: bytes.subarray(start, length), length };
}
