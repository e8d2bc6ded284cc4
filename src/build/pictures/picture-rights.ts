import type { Metadata } from 'sharp';
import { escapeXml } from '../../formats/xml.ts';

/** Who made a picture, and whose it is, as its file says. */
export interface PictureRights {
  readonly artist: string | undefined;
  readonly copyright: string | undefined;
}

/** More is no name. */
const LONGEST = 500;

/**
 * Reads who made a picture and whose it is, wherever the file says so: in EXIF (TIFF 6.0, `Artist`, `Copyright`), in IPTC (IIM 4.2: by-line or
 * credit, copyright notice) or in XMP (`dc:creator` or `photoshop:Credit`, `dc:rights`). All else that a file says of itself is not published.
 */
export function rightsIn({ exif, iptc, xmp }: Pick<Metadata, 'exif' | 'iptc' | 'xmp'>): PictureRights {
  const ofExif = exif ? exifTexts(exif) : new Map<number, string>();
  const ofIptc = iptc ? iptcTexts(iptc) : new Map<number, string>();
  const packet = xmp?.toString('utf8') ?? '';
  return {
    artist:
      ofExif.get(0x013b) ??
      ofIptc.get(110) ??
      ofIptc.get(80) ??
      xmpText(packet, 'photoshop:Credit') ??
      xmpText(packet, 'dc:creator'),
    copyright: ofExif.get(0x8298) ?? ofIptc.get(116) ?? xmpText(packet, 'dc:rights'),
  };
}

/** The texts of the first directory, by their tags (TIFF 6.0, section 2). */
function exifTexts(exif: Buffer): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  const tiff = exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const two = (at: number): number =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const four = (at: number): number =>
    at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at);
  const start = four(4);
  for (let entry = start + 2, left = two(start); left > 0 && entry + 12 <= tiff.length; entry += 12, left -= 1) {
    const [tag, type, count] = [two(entry), two(entry + 2), four(entry + 4)];
    if (type !== ASCII) continue;
    const from = count <= 4 ? entry + 8 : four(entry + 8);
    const text = plain(tiff.subarray(from, from + Math.min(count, LONGEST)).toString('utf8'));
    if (text !== undefined) texts.set(tag, text);
  }
  return texts;
}

const ASCII = 2;

/** The first text of each data set of the application record: `1C 02`, its number, its length in two bytes. */
function iptcTexts(iptc: Buffer): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (let at = iptc.indexOf(MARKER); at >= 0 && at + 5 <= iptc.length; ) {
    const [number = 0, length] = [iptc[at + 2], iptc.readUInt16BE(at + 3)];
    const text = plain(iptc.toString('utf8', at + 5, at + 5 + Math.min(length, LONGEST)));
    if (text !== undefined && !texts.has(number)) texts.set(number, text);
    at = iptc.indexOf(MARKER, at + 5 + length);
  }
  return texts;
}

const MARKER = Buffer.from([0x1c, 2]);

/** The value of a property, written as an attribute or as the first item of an element (XMP, part 1, 7). */
function xmpText(packet: string, property: string): string | undefined {
  const attribute = packet.indexOf(`${property}="`);
  if (attribute >= 0) {
    const from = attribute + property.length + 2;
    return plain(packet.slice(from, packet.indexOf('"', from)));
  }
  const element = packet.indexOf(`<${property}`);
  const end = element < 0 ? -1 : packet.indexOf(`</${property}>`, element);
  if (end < 0) return undefined;
  const inner = packet.slice(element, end);
  const item = inner.indexOf('<rdf:li');
  const from = inner.indexOf('>', Math.max(item, 0)) + 1;
  const close = inner.indexOf('<', from);
  return plain(inner.slice(from, close < 0 ? undefined : close));
}

/** The rights of a picture as an XMP packet. */
export function printXmp({ artist, copyright }: PictureRights): string {
  const creator =
    artist === undefined ? '' : `<dc:creator><rdf:Seq><rdf:li>${escapeXml(artist)}</rdf:li></rdf:Seq></dc:creator>`;
  const rights =
    copyright === undefined
      ? ''
      : `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(copyright)}</rdf:li></rdf:Alt></dc:rights>`;
  return (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `${creator}${rights}</rdf:Description></rdf:RDF></x:xmpmeta>`
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text in one line, without what ends it in memory; nothing where it says nothing. */
function plain(text: string): string | undefined {
  const words = text
    .slice(0, LONGEST)
    .replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => ENTITIES[name] ?? '')
    // They end texts, and part the names of authors and editors.
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  return words === '' ? undefined : words;
}
