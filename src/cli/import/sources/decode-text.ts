/** The name of an encoding that a file itself says it is in, `undefined` where it says nothing. */
export type DeclaredEncoding = (head: string) => string | undefined;

/** How the bytes of a file become text. */
export interface Encoding {
  /** As `TextDecoder` takes it. */
  readonly label: string;
  /** What the file said, where no such encoding is known. */
  readonly unknown?: string | undefined;
  /** Whether nothing said so: bytes that are no UTF-8, taken for what most of those are. */
  readonly isGuessed: boolean;
}

/** As much of a file as is looked at for its encoding. */
const HEAD_BYTES = 4096;

/**
 * The encoding of a file: by its byte order mark, by what it says in its head, else UTF-8, and windows-1252 where it is none.
 *
 * @param bytes The file, or its first part. A character may be cut off at its end.
 */
export function findEncoding(bytes: Uint8Array, declared: DeclaredEncoding): Encoding {
  const mark = markedEncoding(bytes);
  if (mark !== undefined) return { label: mark, isGuessed: false };

  const said = declared(new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES)));
  const label = said === undefined ? undefined : knownLabel(said);
  if (label !== undefined) return { label, isGuessed: false };
  const unknown = said === undefined ? {} : { unknown: said };
  return isUtf8(bytes)
    ? { label: 'utf-8', isGuessed: false, ...unknown }
    : { label: 'windows-1252', isGuessed: true, ...unknown };
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Markup without a mark begins with `<` or white space, which has a zero beside it in UTF-16.
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  return undefined;
}

/** The encoding that a label stands for. What was read as single bytes cannot be UTF-16, whatever it says. */
function knownLabel(label: string): string | undefined {
  try {
    const { encoding } = new TextDecoder(label.trim());
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return undefined;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Turns bytes into text, in one piece or in several. */
export interface Decoder {
  decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string;
}

export function decoderOf({ label }: Encoding): Decoder {
  const decoder = new TextDecoder(label);
  if (decoder.encoding !== 'windows-1252') return decoder;
  // Some versions of Node read it as ISO 8859-1, which has controls where windows-1252 has quotation marks and dashes.
  return {
    decode: (bytes, options) =>
      decoder
        .decode(bytes, options)
        .replace(/[\x80-\x9F]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control),
  };
}

/** From 0x80 to 0x9F (encoding.spec.whatwg.org, index windows-1252). */
const WINDOWS_1252 = [
  ...['€', '\x81', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\x8D', 'Ž', '\x8F'],
  ...['\x90', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\x9D', 'ž', 'Ÿ'],
];
