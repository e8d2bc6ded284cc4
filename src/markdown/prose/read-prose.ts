import type { Token } from 'markdown-it';
import { withoutForbidden } from '../../domain/invisible.ts';
import type { Site } from '../../domain/site/site.ts';
import { nothingNoted } from '../environment.ts';
import { type AskedProse, withPlaces } from '../extensions/prose.ts';
import { markdownFor } from '../markdown.ts';
import { Places, type WrittenPlace } from '../slips/written-text.ts';
import { ForeignParts } from './foreign-parts.ts';
import { PiecedText } from './pieced-text.ts';

/** Stands in prose for what is none: code, a formula, a picture, a note, words in another language. */
export const NO_PROSE = '\ufffc';

/** A paragraph, a heading, a cell of a table or the words of a picture, as readers read it but for typography. */
export interface ProseBlock {
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'alt' | 'caption';
  readonly text: string;
  /** Whether it is a quotation, marked as one by `>`. */
  readonly isQuoted: boolean;
  /** Whether it stands right after another paragraph of the same part of the text, or with nothing between but directives that have no text. */
  readonly goesOn: boolean;
  /** Where in the text a character of it stands. */
  readonly placeOf: (index: number) => WrittenPlace;
}

/** The prose of a text. */
export interface Prose {
  /** In the order in which they were written. */
  readonly blocks: readonly ProseBlock[];
  /** How many entries its longest list has. */
  readonly longestList: number;
}

/** The prose of a text of Markdown in a language (BCP 47), block by block. */
export function readProse(markdown: string, language: string, site: Pick<Site, 'html' | 'markdown'>): Prose {
  const asked: AskedProse = { tokens: [], placed: new Map() };
  const text = withoutForbidden(markdown);
  const environment = environmentOf(text, language, { site, asked });
  withPlaces(markdownFor(language, site)).parse(text, environment);
  return new ProseReading(text, asked, language).read(environment.footnotes?.list ?? []);
}

/** What parsing alone asks of an environment; nothing is rendered by it, and what is found is told of elsewhere. */
function environmentOf(
  text: string,
  language: string,
  { site, asked }: { readonly site: unknown; readonly asked: AskedProse },
) {
  return {
    ...{ path: '', firstLine: 1, lineCount: text.length, language, site, prose: asked },
    ...nothingNoted([]),
    footnotes: undefined as { readonly list?: readonly Note[] } | undefined,
  };
}

/** A note that is written in its place has tokens of its own. */
interface Note {
  readonly content?: string;
  readonly tokens?: readonly Token[];
}

class ProseReading {
  private readonly placed: AskedProse['placed'];
  private readonly tokens: readonly Token[];
  private readonly places: Places;
  private readonly foreign: ForeignParts;
  private readonly blocks: ProseBlock[] = [];

  constructor(text: string, { tokens, placed }: AskedProse, language: string) {
    this.tokens = tokens;
    this.placed = placed;
    this.places = new Places(text.split('\n'));
    this.foreign = new ForeignParts(language);
  }

  read(notes: readonly Note[]): Prose {
    let [line, quoted] = [0, 0];
    const lists: number[] = [];
    let longestList = 0;
    for (const [index, token] of this.tokens.entries()) {
      if (token.map) line = token.map[0];
      if (token.type === 'html_block') this.foreign.seeBlock(token.content);
      if (token.type === 'blockquote_open' || token.type === 'blockquote_close') quoted += token.nesting;
      if (LIST.test(token.type)) lists.push(0);
      if (token.type === 'list_item_close') lists.push((lists.pop() ?? 0) + 1);
      if (LIST_END.test(token.type)) longestList = Math.max(longestList, lists.pop() ?? 0);
      if (token.type !== 'inline') continue;
      const opening = this.tokens[index - 1]?.type;
      const kind = KINDS[opening ?? ''] ?? 'paragraph';
      const placeOf = this.places.finderOf(token.content, line, kind === 'cell');
      const goesOn = opening === 'paragraph_open' && this.isBehindParagraph(index - 2);
      this.add(token.children ?? [], { kind, placeOf, goesOn, isQuoted: quoted > 0 });
    }
    for (const { content, tokens } of notes) {
      if (content === undefined || !tokens) continue;
      const placeOf = this.places.finderOf(content, 0, false);
      this.add(tokens, { kind: 'paragraph', placeOf, goesOn: false, isQuoted: false });
    }
    return { blocks: this.blocks, longestList };
  }

  /** Whether a token ends a paragraph; one that stands before it and has no text, such as a picture of a directive, is passed over. */
  private isBehindParagraph(index: number): boolean {
    let at = index;
    while (this.tokens[at]?.type === 'directive_open' && this.tokens[at]?.nesting === 0) at -= 1;
    return this.tokens[at]?.type === 'paragraph_close';
  }

  private add(tokens: readonly Token[], block: Omit<ProseBlock, 'text'>, offset = 0): void {
    const line = this.placed.get(tokens);
    if (!line || this.foreign.isWithin) return;
    const text = new PiecedText();
    const { placeOf } = block;
    const pictures: (() => void)[] = [];
    for (const [index, token] of tokens.entries()) {
      const start = line.starts[index] ?? 0;
      if (token.type === 'html_inline') this.foreign.see(token.content);
      if (this.foreign.isWithin) text.add(NO_PROSE, start);
      else if (token.type === 'text' && isAutomatic(tokens[index - 1])) text.add(NO_PROSE, start);
      else if (token.type === 'text') text.add(token.content, start);
      else if (token.type === 'text_special') text.add(token.content, start);
      else if (token.type === 'softbreak' || token.type === 'hardbreak' || isBreak(token)) text.add('\n', start);
      else if (!MARKS.test(token.type)) text.add(NO_PROSE, start);
      if (token.type === 'image')
        pictures.push(() => this.addPicture(token, start, { source: line.source, offset, placeOf }));
    }
    // HTML that is opened in a line is closed in it.
    this.foreign.endLine();
    this.blocks.push({ ...block, text: text.text, placeOf: (at) => placeOf(offset + text.sourceOf(at)) });
    for (const add of pictures) add();
  }

  /** The description of a picture, and its caption. */
  private addPicture(image: Token, start: number, { source, offset, placeOf }: PicturePlace): void {
    const { content, children } = image;
    const rest = { isQuoted: false, goesOn: false } as const;
    const ofAlt = source.indexOf(content, start);
    if (ofAlt < 0) return;
    this.add(children ?? [], { ...rest, kind: 'alt', placeOf }, offset + ofAlt);
    const title = image.attrGet('title') ?? '';
    const ofTitle = title === '' ? -1 : source.indexOf(title, ofAlt + content.length);
    if (ofTitle < 0) return;
    this.blocks.push({
      ...rest,
      kind: 'caption',
      text: title,
      placeOf: (index) => placeOf(offset + ofTitle + index),
    });
  }
}

/** Whether a link is an address that was written without words of its own. */
function isAutomatic(token: Token | undefined): boolean {
  return token?.type === 'link_open' && (token.markup === 'autolink' || token.info === 'auto');
}

/** Whether a tag is the end of a line: what stands on its two sides is not one word. */
function isBreak({ type, content }: Token): boolean {
  return type === 'html_inline' && /^<br[\s/>]/i.test(content);
}

/** What a picture is written in. */
interface PicturePlace {
  readonly source: string;
  /** Where that begins in its block. */
  readonly offset: number;
  readonly placeOf: ProseBlock['placeOf'];
}

const KINDS: Readonly<Record<string, ProseBlock['kind']>> = {
  heading_open: 'heading',
  td_open: 'cell',
  th_open: 'cell',
};

const LIST = /^(?:bullet|ordered)_list_open$/;
const LIST_END = /^(?:bullet|ordered)_list_close$/;

/** Marks that stand within words, too. */
const MARKS = /^(?:em|strong|s|link|mark|sub|sup)_(?:open|close)$|^html_inline$/;
