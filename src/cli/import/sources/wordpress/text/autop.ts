/** Elements that are no part of a line. */
const BLOCKS = new Set(
  [
    'address article aside blockquote body caption center col colgroup dd details div dl dt fieldset figcaption figure footer form',
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main map menu nav ol p section summary table tbody td tfoot th thead tr ul',
  ].flatMap((names) => names.split(' ')),
);

/** Elements whose text is left as it is. */
const VERBATIM = new Set([
  'pre',
  'script',
  'style',
  'textarea',
  'svg',
  'math',
  'noscript',
  'object',
  'iframe',
  'audio',
  'video',
]);

/** Blocks that have no paragraphs unless an empty line asks for some. */
const LINES = new Set('caption dd dt figcaption h1 h2 h3 h4 h5 h6 legend li summary td th address'.split(' '));

/** Blocks in which only other blocks stand, and figures, whose picture is no paragraph. */
const WITHOUT_PARAGRAPHS = new Set('colgroup dl figure map menu ol table tbody tfoot thead tr ul'.split(' '));

const VOID = new Set(['hr', 'col']);

const URL_LINE = /^[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*$/;

/**
 * Paragraphs and line breaks of a text that WordPress stored without: an empty line ends a paragraph, the end of a line is a line break, and an address
 * alone on its line is what it leads to.
 *
 * @param printAddress HTML of such an address.
 */
export function addParagraphs(written: string, printAddress: (url: string) => string): string {
  // Its first and its last line are lines.
  const text = `\n${written}\n`;
  const writing = new Writing(printAddress);
  const tags = new Tags(text);
  let index = 0;
  while (index < text.length) {
    const at = text.indexOf('<', index);
    if (at < 0) break;
    writing.text(text.slice(index, at));
    const end = tags.endOfTag(at);
    if (end === undefined) {
      writing.inline('<');
      index = at + 1;
      continue;
    }
    const source = text.slice(at, end);
    const name = /^<\/?([A-Za-z][A-Za-z0-9-]*)/.exec(source)?.[1]?.toLowerCase();
    index = end;
    if (name === undefined || !VERBATIM.has(name) || source.startsWith('</')) writing.tag(source, name);
    else {
      index = tags.endOfElement(name, end);
      if (name === 'pre') writing.block(text.slice(at, index));
      else writing.inline(text.slice(at, index));
    }
  }
  writing.text(text.slice(index));
  return writing.end();
}

/** How often `>` may stand within the quotation marks of a tag. */
const MOST_WITHIN = 5;

/** Where tags of a text end. What is looked for is looked for once, however often it is asked for. */
class Tags {
  readonly #text: string;
  /** Where each sign was found last; the end of the text if there are no more. */
  readonly #found = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the tag or comment ends that begins at a `<`; `undefined` if it is none. */
  endOfTag(at: number): number | undefined {
    const text = this.#text;
    if (text.startsWith('<!--', at)) return this.#behind('-->', at + 4);
    if (!/^<\/?[A-Za-z]/.test(text.slice(at, at + 3))) return undefined;
    const first = this.#behind('>', at);
    let end = first;
    let quote = '';
    let from = at;
    for (let tried = 0; end !== undefined && tried < MOST_WITHIN; tried += 1) {
      quote = quoteOpenAt(text.slice(from, end), quote);
      if (quote === '') return end;
      from = end;
      const next = text.indexOf('>', end);
      end = next < 0 || next - at > 10_000 ? undefined : next + 1;
    }
    return first;
  }

  /** Where an element ends that is left as it is: behind its closing tag, or with its opening one if that was never closed. */
  endOfElement(name: string, from: number): number {
    const known = this.#found.get(name);
    if (known === this.#text.length) return from;
    const closing = new RegExp(`</${name}\\s{0,9}>`, 'gi');
    closing.lastIndex = from;
    const isClosed = closing.test(this.#text);
    this.#found.set(name, isClosed ? 0 : this.#text.length);
    return isClosed ? closing.lastIndex : from;
  }

  #behind(sign: string, from: number): number | undefined {
    const { length } = this.#text;
    let at = this.#found.get(sign) ?? -1;
    if (at < from) {
      const next = this.#text.indexOf(sign, from);
      at = next < 0 ? length : next;
      this.#found.set(sign, at);
    }
    return at === length ? undefined : at + sign.length;
  }
}

/** The quotation mark that is open at the end of a part of a tag, if one was at its beginning. */
function quoteOpenAt(part: string, before: string): string {
  let quote = before;
  for (const sign of part.match(/["']/g) ?? []) quote = quote === '' ? sign : quote === sign ? '' : quote;
  return quote;
}

/** HTML while it is written, and the line that it is in. */
class Writing {
  readonly #printAddress: (url: string) => string;
  readonly #out: string[] = [];
  /** Names of the blocks that are open, the innermost last. */
  readonly #open: string[] = [];
  #line: string[] = [];
  /** Whether a line break is the last of it. */
  #isBroken = false;
  #hasWords = false;
  /** Whether the block at hand had an empty line. */
  #isParted = false;

  constructor(printAddress: (url: string) => string) {
    this.#printAddress = printAddress;
  }

  text(text: string): void {
    if (text === '') return;
    const lines = text.split('\n');
    for (const [index, line] of lines.entries()) {
      const isWhole = index > 0 && index < lines.length - 1;
      const address = isWhole ? URL_LINE.exec(line)?.[1] : undefined;
      if (index > 0 && line.trim() === '' && index < lines.length - 1) this.#endParagraph(true);
      else if (address !== undefined && !this.#open.slice(-20).some((name) => LINES.has(name))) {
        this.#endParagraph(true);
        this.#out.push(`${this.#printAddress(address)}\n`);
      } else {
        if (index > 0 && this.#hasWords) this.#line.push(this.#isBroken ? '\n' : '<br />\n');
        this.inline(line);
      }
    }
  }

  /** What stands within a line. */
  inline(html: string): void {
    this.#line.push(html);
    if (html.trim() === '') return;
    this.#hasWords = true;
    this.#isBroken = false;
  }

  tag(source: string, name: string | undefined): void {
    if (name === undefined) this.#comment(source);
    else if (name === 'br') this.#break();
    else if (!BLOCKS.has(name)) this.inline(source);
    else {
      this.#endParagraph(false);
      this.#out.push(source);
      if (source.startsWith('</')) this.#close(name);
      else if (!VOID.has(name) && !source.endsWith('/>')) {
        this.#open.push(name);
        this.#isParted = false;
      }
    }
  }

  block(html: string): void {
    this.#endParagraph(false);
    this.#out.push(html);
  }

  end(): string {
    this.#endParagraph(false);
    return this.#out.join('');
  }

  /** Comments are seen by nobody; those of WordPress part the text. */
  #comment(source: string): void {
    if (/^<!--\s*(?:more|nextpage)\b/.test(source)) this.#endParagraph(true);
  }

  /** Two line breaks end a paragraph, and the end of a line behind one is none. */
  #break(): void {
    if (this.#isBroken) this.#endParagraph(true);
    else if (this.#hasWords) {
      this.#line.push('<br />');
      this.#isBroken = true;
    }
  }

  #close(name: string): void {
    // What was not closed within it ends with it; looking far back for what was never opened would take long.
    const at = this.#open.slice(-100).lastIndexOf(name);
    if (at >= 0) this.#open.length += at - Math.min(100, this.#open.length);
    this.#isParted = false;
  }

  #endParagraph(isParted: boolean): void {
    this.#isParted ||= isParted;
    const line = withoutBreaksAtEnd(this.#line.join('').trim());
    const block = this.#open.at(-1) ?? '';
    const isBare = WITHOUT_PARAGRAPHS.has(block) || block === 'p' || (LINES.has(block) && !this.#isParted);
    if (this.#hasWords) this.#out.push(isBare ? line : `<p>${line}</p>\n`);
    else if (line !== '') this.#out.push(line);
    if (block === 'p' && isParted && this.#hasWords) {
      this.#open.pop();
      this.#out.push('</p>\n');
    }
    this.#line = [];
    this.#isBroken = false;
    this.#hasWords = false;
  }
}

function withoutBreaksAtEnd(line: string): string {
  let rest = line;
  while (rest.endsWith('<br />')) rest = rest.slice(0, -6).trimEnd();
  return rest;
}
