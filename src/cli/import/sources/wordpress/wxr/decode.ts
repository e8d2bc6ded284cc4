import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';

/** What of a file was not in the encoding that it says. */
export interface Strays {
  /** Bytes that are no UTF-8, read as Windows-1252. */
  bytes: number;
}

/** How many bytes are read at a time. */
const PIECE = 256 * 1024;

/** What XML forbids and exports have nevertheless, what no text may have, and C1 controls, which are Windows-1252 that was taken for Latin-1. */
const UNWANTED = /[^\P{Cc}\t\n\r]|[\ufdd0-\ufdef\ufffe\uffff]/gu;

/** What the bytes 80 to 9F mean in Windows-1252, where it has something; decoders of Node 20 read them as Latin-1. */
const WINDOWS = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

/**
 * The text of a file of XML, piece by piece, in whatever encoding its first bytes say (XML 1.0, appendix F). Control characters that XML forbids
 * are left out.
 */
export async function* decodeFile(path: string, strays: Strays): AsyncGenerator<string> {
  let decode: ((bytes: Buffer, isLast: boolean) => string) | undefined;
  for await (const bytes of createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    decode ??= decoderFor(bytes, strays);
    yield withoutUnwanted(decode(bytes, false));
  }
  if (decode) yield withoutUnwanted(decode(Buffer.alloc(0), true));
}

/** The beginning of a file as text, whatever its encoding. */
export function decodeHead(bytes: Buffer): string {
  return decoderFor(bytes, { bytes: 0 })(bytes, false);
}

function decoderFor(head: Buffer, strays: Strays): (bytes: Buffer, isLast: boolean) => string {
  const label = encodingOf(head);
  if (label === 'utf-8') return utf8Decoder(strays);
  const decoder = new TextDecoder(label);
  return (bytes, isLast) => decoder.decode(bytes, { stream: !isLast });
}

/** The encoding that a file's first bytes say, as `TextDecoder` names it. */
function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le';
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be';
  const declaration = head.subarray(0, 300).toString('latin1');
  const said = /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(declaration)?.[1];
  if (said === undefined) return 'utf-8';
  try {
    const { encoding } = new TextDecoder(said);
    // A declaration that can be read byte by byte is not in UTF-16.
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return 'utf-8';
  }
}

/** Reads UTF-8, and as Windows-1252 what is none: databases of old sites have both. */
function utf8Decoder(strays: Strays): (bytes: Buffer, isLast: boolean) => string {
  let rest = Buffer.alloc(0);
  let isFirst = true;
  return (piece, isLast) => {
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    const end = isLast ? bytes.length : endOfWholeCharacters(bytes);
    rest = Buffer.from(bytes.subarray(end));
    const whole = bytes.subarray(0, end);
    const text = isUtf8(whole) ? whole.toString('utf8') : decodeMixed(whole, strays);
    if (!isFirst || text === '') return text;
    isFirst = false;
    return text.replace(/^\ufeff/, '');
  };
}

/** Where a character begins that goes on in the next piece, or the end. */
function endOfWholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return lengthOfCharacter(byte) > back ? bytes.length - back : bytes.length;
    if (byte < 0x80) break;
  }
  return bytes.length;
}

function decodeMixed(bytes: Buffer, strays: Strays): string {
  const parts: string[] = [];
  let start = 0;
  let index = 0;
  while (index < bytes.length) {
    const length = lengthOfCharacter(bytes[index] ?? 0);
    if (length === 1 || (length > 1 && isUtf8(bytes.subarray(index, index + length)))) {
      if (length > 1 && index + length > bytes.length) break;
      index += length;
      continue;
    }
    parts.push(bytes.toString('utf8', start, index), bytes.toString('latin1', index, index + 1));
    strays.bytes += 1;
    index += 1;
    start = index;
  }
  parts.push(bytes.toString('utf8', start));
  return parts.join('');
}

/** How many bytes the character has that begins with this one; 0 if none does. */
function lengthOfCharacter(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc2 || byte > 0xf4) return 0;
  if (byte < 0xe0) return 2;
  return byte < 0xf0 ? 3 : 4;
}

function withoutUnwanted(text: string): string {
  return text.replace(UNWANTED, (sign) => (sign >= '\u0080' && sign <= '\u009f' ? meaningOfControl(sign) : ''));
}

/** What a C1 control stands for in Windows-1252. */
function meaningOfControl(sign: string): string {
  return (WINDOWS[sign.charCodeAt(0) - 0x80] ?? '').replace('\0', '');
}
