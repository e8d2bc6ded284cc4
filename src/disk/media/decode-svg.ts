import { isUtf8 } from 'node:buffer';
import { normalText } from '../read-text.ts';

/** The text of an SVG as browsers read it. */
export interface DecodedSvg {
  readonly text: string;
  /** The encoding that it is in, where its bytes are no UTF-8 that says so or says nothing. */
  readonly otherEncoding: string | undefined;
}

/** What an encoding is known by without being named (XML 1.0, appendix F; Encoding Standard, 6). */
const SIGNS: readonly (readonly [start: string, encoding: string])[] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
  ['3c00', 'utf-16le'],
  ['003c', 'utf-16be'],
];
/** Characters that are one byte, and the same byte, in every encoding that begins as ASCII. */
const PRINTABLE = /^[\t\n\r -~]*$/;

/**
 * Reads the bytes of an SVG in the encoding that its first bytes show or that its XML declaration names, else in UTF-8;
 * `undefined` for bytes that are not in it.
 */
export function decodeSvg(bytes: Buffer): DecodedSvg | undefined {
  const start = bytes.toString('hex', 0, 3);
  const shown = SIGNS.find(([sign]) => start.startsWith(sign))?.[1];
  const declared = declaredIn(bytes);
  const encoding = shown ?? declared?.toLowerCase() ?? 'utf-8';
  if (/^utf-?8$/.test(encoding)) {
    // What is marked as UTF-8 and says that it is something else is left to nobody's choice.
    const isOtherwise = declared !== undefined && !/^utf-?8$/i.test(declared);
    return decodeUtf8(bytes, isOtherwise ? declared : undefined);
  }
  const decoder = shown === undefined && /^utf-?16/.test(encoding) ? undefined : decoderOf(encoding);
  // Browsers take what they cannot decode for UTF-8.
  if (!decoder) return decodeUtf8(bytes, encoding);
  const isSameInUtf8 = shown === undefined && PRINTABLE.test(bytes.toString('latin1'));
  return { text: normalText(decoder.decode(bytes)), otherEncoding: isSameInUtf8 ? undefined : encoding };
}

/** What the XML declaration says, or something that browsers could take for that. */
function declaredIn(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, 1024);
  if (!/^(?:\xef\xbb\xbf)?<\?xml\s/.test(head)) return undefined;
  const declaration = head.slice(0, head.indexOf('?>') + 1 || undefined);
  const at = declaration.indexOf('encoding');
  return at < 0 ? undefined : (/^\s*=\s*["']\s*([\w.:-]{1,40})/.exec(declaration.slice(at + 8))?.[1] ?? 'unknown');
}

function decodeUtf8(bytes: Buffer, otherEncoding: string | undefined): DecodedSvg | undefined {
  return isUtf8(bytes) ? { text: normalText(bytes.toString('utf8')), otherEncoding } : undefined;
}

function decoderOf(encoding: string): TextDecoder | undefined {
  try {
    return new TextDecoder(encoding);
  } catch {
    return undefined;
  }
}
