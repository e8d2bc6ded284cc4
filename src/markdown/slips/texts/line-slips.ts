import MarkdownIt from 'markdown-it';
import { quote } from '../../../diagnostics/wording.ts';
import { entities } from '../../extensions/entities.ts';
import { leftovers, type SignsNoted } from '../../extensions/leftovers.ts';
import { flanking } from '../../typography/flanking.ts';
import { braces } from '../braces.ts';
import { comments, entitiesShown } from '../programs/comments.ts';
import { emphasis } from '../emphasis.ts';
import { otherMarkup } from '../programs/other-markup.ts';
import { quotations } from '../quotations.ts';
import { shortcodes } from '../programs/shortcodes.ts';
import { MOST, type Note, shortened, type Slip, type SlipRule } from '../slip.ts';
import { wideSigns } from '../wide-signs.ts';
import { pairBrackets, type WrittenLine, type WrittenText } from '../written-text.ts';
import { refusedMarkup, type Takes, withoutRefused } from './key-markup.ts';
import { isPlaceholderAlone, placeholdersIn, placeholdersInBrackets } from './placeholder-words.ts';
import { noteOfPlaceholder } from './placeholders.ts';

/** What is looked for in the words of a line as in those of a paragraph. In the order of the catalogue. */
const RULES: readonly SlipRule[] = [
  emphasis,
  comments,
  entitiesShown,
  braces,
  shortcodes,
  otherMarkup,
  quotations,
  wideSigns,
];

/** What is mended in a line as it is in a paragraph. All else that the rules find is markup that a line does not take. */
const ALIKE: Readonly<Record<Takes, readonly Note['code'][]>> = {
  line: ['emphasis-shown', 'quotation-shown', 'entity-shown', 'text-garbled'],
  plain: ['quotation-shown', 'text-garbled'],
  html: ['quotation-shown', 'entity-shown', 'text-garbled'],
};

type Refusal = Pick<Note, 'code' | 'message' | 'hint'>;

/** What is wrong with a line, and the whole of it as it should be, where that is known. */
export interface LineNote extends Omit<Note, 'instead'> {
  readonly mended?: Mended;
}

interface Mended {
  readonly line: string;
  /** What the hint says behind it. */
  readonly behind: string;
}

/** What is said of markup that a line does not take. @param mended The line without it, where that is known. */
const REFUSALS: Readonly<Record<Takes, (written: string, mended: string | undefined) => Refusal>> = {
  line: (written, mended) => ofKey(written, 'words with `*emphasis*` at most', mended),
  plain: (written, mended) => ofKey(written, 'plain words', mended),
  html: (written) => ({
    code: 'markdown-in-html',
    message: `Unexpected ${quote(shortened(written))} between tags, expected HTML: Markdown is not read there`,
    hint: 'put an empty line above the words and another one below them, or write tags: `<strong>`, `<em>`, `<a href="…">`',
  }),
};

function ofKey(written: string, expected: string, mended: string | undefined): Refusal {
  return {
    code: 'markup-in-key',
    message: `Unexpected ${quote(shortened(written))}, expected ${expected}`,
    hint: mended ? `write \`${shortened(mended)}\`` : 'leave it out, or write what it stands for in words',
  };
}

/** Most lines have none of these, and are not looked at again. */
const SIGNS =
  /[*_`~^<{[&%\\†【＃＊［｜]|''|,,|>>|==|:[a-z1_+]+:|^##|https?:|TK|XX|TODO|FIXME|tktk|ipsum|citeturn|oaicite|=[CDEF]\d|\ue200/;

/** Whether a line may have something wrong with it. */
export function mayHaveLineSlips(text: string): boolean {
  return SIGNS.test(text) || isPlaceholderAlone(text) || PICTURE_FILE.test(text);
}

/** The name of a picture in the place of words about it. */
const PICTURE_FILE = /^[\w().-]{1,100}\.(?:jpe?g|png|gif|webp|avif|svg)$/i;

/**
 * What is wrong with words that stand on a line of their own, under a key or between quotation marks: a headline, a caption, the title of a box.
 * Takes time in proportion to their length.
 *
 * @param takes Nothing where nobody knows what becomes of the words: then only what was still to be written is told.
 */
export function slipsOfLine(text: string, takes: Takes | undefined): readonly LineNote[] {
  if (!mayHaveLineSlips(text)) return [];
  const notes = takes === undefined ? [] : refused(text, takes);
  if (takes !== undefined) notes.push(...ofRules(text, takes).filter((note) => !notes.some(overlaps(note))));
  if (takes !== undefined && PICTURE_FILE.test(text)) notes.push(noteOfPlaceholder({ index: 0, written: text }));
  const left = [...placeholdersIn(text), ...(text.includes('[') ? placeholdersInBrackets(text) : [])];
  notes.push(...left.map(noteOfPlaceholder).filter((note) => !notes.some(overlaps(note))));
  return notes.sort((one, other) => one.index - other.index).slice(0, MOST);
}

/** What is wrong with the words of a line that stands in a text. */
export function slipsOfWritten({ text, takes, placeOf, isQuoted }: WrittenLine): readonly Slip[] {
  return slipsOfLine(text, takes).map(({ index, mended, ...note }) => ({
    ...note,
    place: placeOf(index),
    hint: isQuoted && mended?.line.includes('"') ? (hintOfMended(mended, betweenMarks) ?? note.hint) : note.hint,
  }));
}

/** A line with double marks in it as attributes take it, which have no signs for those that they stand between. */
function betweenMarks(line: string): string {
  return `'${line.replaceAll("'", '’')}'`;
}

/** The hint that shows a whole line; none where it is too long for that. @param write How the line is written where it stands. */
export function hintOfMended({ line, behind }: Mended, write: (line: string) => string): string | undefined {
  const written = write(line);
  return shortened(written) === written ? `write \`${written}\`${behind}` : undefined;
}

function overlaps(note: LineNote): (other: LineNote) => boolean {
  return ({ index, length }) => index < note.index + note.length && note.index < index + length;
}

/** The first markup that is none here, and the line without any. */
function refused(text: string, takes: Takes): LineNote[] {
  const written = refusedMarkup(text, takes);
  if (written === undefined) return [];
  const line = withoutRefused(text, takes);
  const note = REFUSALS[takes](written, line);
  const mended = line === '' || takes === 'html' ? {} : { mended: { line, behind: '' } };
  return [{ ...note, ...mended, index: text.indexOf(written), length: written.length }];
}

function ofRules(text: string, takes: Takes): readonly LineNote[] {
  const written = readLine(text);
  return RULES.flatMap((rule) =>
    rule(written).map(({ place, instead, ...slip }): LineNote => {
      const index = place.column;
      const { length } = slip;
      if (ALIKE[takes].includes(slip.code)) {
        if (!instead) return { ...slip, index };
        const line = text.slice(0, index) + instead.text + text.slice(index + length);
        return { ...slip, index, mended: { line, behind: instead.behind } };
      }
      return { ...REFUSALS[takes](text.slice(index, index + length), undefined), index, length };
    }),
  );
}

let parser: MarkdownIt | undefined;

/** A line as rules look at it: a text of one block. */
function readLine(text: string): WrittenText {
  parser ??= new MarkdownIt({ html: false }).use(entities).use(flanking).use(leftovers);
  const noted: SignsNoted = { signs: new Map(), runs: new Map(), marks: new Map() };
  const content = text.replaceAll('\n', ' ');
  const [block] = parser.parseInline(content, noted);
  const children = block?.children ?? [];
  const signs = noted.signs.get(children) ?? [];
  return {
    lines: [content],
    tokens: [],
    blocks: [
      {
        content,
        children,
        kind: 'other',
        isFollowed: false,
        signs,
        marks: noted.marks.get(children) ?? [],
        brackets: pairBrackets(content, signs),
        placeOf: (index) => ({ line: 0, column: index }),
      },
    ],
    notes: {},
    definitions: {},
    hasEmoji: false,
  };
}
