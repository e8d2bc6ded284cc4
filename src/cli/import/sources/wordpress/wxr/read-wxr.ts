import sax from 'sax';
import { decodeFile } from './decode.ts';
import { ItemInProgress } from './item-in-progress.ts';
import type { WxrRecord } from './records.ts';

/** How deep elements may stand in each other: the format needs six. What is deeper is the text of what surrounds it. */
const DEEPEST = 40;

/** The entities of XML itself; whatever a document type declares is not expanded. */
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** An `&` that begins no entity, before a tag: the parser would take the tag's first sign for a part of it. */
const BARE_AMPERSAND = /&([^&<>;\s]{0,60})(?=<)/g;

/** What may be the beginning of that at the end of a piece. */
const MAYBE_AMPERSAND = /&[^&<>;\s]{0,60}$/;

/**
 * All that a file of WXR (WordPress eXtended RSS) says, one record after the other, and at last how it ended. Files that are no well-formed XML are
 * read as far as they can be.
 */
export async function* readWxr(path: string): AsyncGenerator<WxrRecord> {
  const found: WxrRecord[] = [];
  const strays = { bytes: 0 };
  const reading = new ItemInProgress((record) => found.push(record));
  const parser = parserFor(reading);
  let rest = '';
  for await (const piece of decodeFile(path, strays)) {
    const text = rest + piece;
    rest = MAYBE_AMPERSAND.exec(text.slice(-64))?.[0] ?? '';
    write(parser, rest === '' ? text : text.slice(0, -rest.length));
    yield* found.splice(0);
  }
  write(parser, rest);
  const isWhole = reading.finish();
  yield* found.splice(0);
  yield { kind: 'end', isWhole, strayBytes: strays.bytes };
}

function parserFor(reading: ItemInProgress): SaxParser {
  const parser = sax.parser(false, { lowercase: true, noscript: true, position: true }) as SaxParser;
  parser.ENTITIES = Object.assign(Object.create(null), ENTITIES);
  parser.onopentag = (tag) => {
    reading.open(tag.name, (tag as sax.Tag).attributes);
    if (parser.tags.length > DEEPEST) {
      parser.tags.pop();
      reading.closeUnseen();
    }
  };
  parser.onclosetag = (name) => reading.close(name);
  parser.ontext = (text) => reading.text(text);
  parser.oncdata = (text) => reading.text(text);
  // What is no XML is read as text.
  parser.onerror = () => {
    parser.resume();
  };
  return parser;
}

function write(parser: SaxParser, text: string): void {
  parser.write(text.replace(BARE_AMPERSAND, '&amp;$1'));
  // Nothing is kept but what is being read.
  parser.flush();
  parser.comment = '';
}

type SaxParser = sax.SAXParser & { tags: unknown[]; comment: string };
