import type { IncomingMessage } from 'node:http';

/** What a body says, or why it is refused. */
export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly status: 400 | 413; readonly reason: string };

/**
 * Reads the body of a request as JSON in UTF-8, and no more of it than it may have. Prototypes cannot be set by it: `JSON.parse` makes a
 * key `__proto__` one of the object's own.
 */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<Body> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) return { kind: 'refused', status: 413, reason: `the body has more than ${mostBytes} bytes` };
    chunks.push(chunk);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return { kind: 'json', value: JSON.parse(text) as unknown };
  } catch {
    return { kind: 'refused', status: 400, reason: 'the body is not JSON in UTF-8' };
  }
}
