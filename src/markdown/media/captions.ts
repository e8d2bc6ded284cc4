import { asHtml, escapeHtml, type Html } from '../../domain/html.ts';
import type { MediaLibrary } from '../../domain/media/library.ts';
import { quote } from '../../diagnostics/wording.ts';
import { withoutEntities } from '../slips/texts/key-markup.ts';
import { type DoubtfulPart, type FileDoubt, fileDoubt, type FileWords, garbledIn, markupIn } from './file-words.ts';
import { findText, type WrongFile } from './find-file.ts';

/** A stretch of speech in WebVTT, and who says it, where that is marked. */
export interface Cue extends FileWords {
  readonly speaker: string | undefined;
}

/** What a file of captions says, or the line that is not WebVTT, counted from 1. */
export type CaptionsRead =
  | {
      readonly kind: 'read';
      readonly cues: readonly Cue[];
      /** What no player shows. */
      readonly lost: readonly (FileWords & Pick<DoubtfulPart, 'expected' | 'hint'>)[];
    }
  | { readonly kind: 'wrong'; readonly line: number };

const TIME = String.raw`((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})`;
const TIMING = new RegExp(`^[ \\t]*${TIME}[ \\t]+-->[ \\t]+${TIME}([ \\t].*)?$`, 's');

const IN_CAPTION = 'words below the time of a caption';
const ESCAPED = 'write `&lt;` for a `<` that is to be seen';

/** Reads captions in WebVTT (W3C), as far as a text can be made of them. */
export function readCaptions(text: string): CaptionsRead {
  const lines = text.split('\n');
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) return { kind: 'wrong', line: 1 };
  const cues: Cue[] = [];
  const lost: Extract<CaptionsRead, { kind: 'read' }>['lost'][number][] = [];
  // What stands right below the first line is about the file.
  let isUnread = true;
  for (let index = 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') isUnread = false;
    else if (/^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line) && lines[index - 1] === '') isUnread = true;
    if (!line.includes('-->')) {
      const isName = lines[index + 1]?.includes('-->') === true && (lines[index - 1] ?? '') === '';
      if (isUnread || isName || line.trim() === '') continue;
      const hint = 'remove the empty line above it, or give it a time of its own; a note begins with `NOTE`';
      lost.push({ text: line, line: index + 1, expected: IN_CAPTION, hint });
      continue;
    }
    isUnread = false;
    const [, from, to, settings = ''] = TIMING.exec(line) ?? [];
    if (from === undefined || to === undefined) return { kind: 'wrong', line: index + 1 };
    if (inOrder(to) <= inOrder(from)) {
      const hint = 'correct the times: the first is when the words appear, the second when they go';
      lost.push({ text: line, line: index + 1, expected: 'a second time that is later', hint });
    }
    const words = settings.split(/\s+/).find((word) => word !== '' && !/^[a-z]+:\S/.test(word));
    if (words !== undefined)
      lost.push({
        text: settings.trim(),
        line: index + 1,
        expected: IN_CAPTION,
        hint: 'put the words on the next line',
      });
    const said: string[] = [];
    const begins = index + 2;
    // An empty line ends a caption, or the next one does; a line of spaces is a part of it.
    while (index + 1 < lines.length && lines[index + 1] !== '' && !lines[index + 1]?.includes('-->')) {
      index += 1;
      said.push(lines[index] ?? '');
    }
    const whole = said.join(' ');
    const mark = marksOf(whole).find((each) => !MARK.test(each));
    if (mark !== undefined) lost.push({ text: mark, line: begins, expected: 'a mark of WebVTT', hint: ESCAPED });
    cues.push(...cuesOf(whole, begins));
  }
  return { kind: 'read', cues, lost };
}

/** A time so that times can be compared as texts. */
function inOrder(time: string): string {
  return (time.length > 'mm:ss.ttt'.length ? time : `00:${time}`).padStart(20, '0');
}

/** What WebVTT has marks for: who speaks, languages, how words look, and when each is said. */
const MARK = /^<(?:\/?(?:c|i|b|u|v|lang|ruby|rt)(?:\.[^\s>]*)?(?:\s[^>]*)?|(?:\d{2,}:)?\d\d:\d\d\.\d{3}|\/)>$/;

/** `<v Ana Ruiz>We heard it.</v>`: the voice is who says it; other marks are for the eye. */
function cuesOf(said: string, line: number): readonly Cue[] {
  return said.split(/(?=<v[.\s])/).flatMap((part, index, parts) => {
    const [mark = ''] = /^<v[.\s][^>]*>/.exec(part.trim()) ?? [];
    const speaker = mark
      .slice('<v'.length, -1)
      .replace(/^\.\S*/, '')
      .trim();
    const text = withoutEntities(withoutMarks(part)).replace(/\s+/g, ' ').trim();
    if (text === '' && (index > 0 || parts.length > 1)) return [];
    return [{ speaker: speaker === '' ? undefined : withoutEntities(speaker), text, line }];
  });
}

/** What stands between `<` and `>`, with these. */
function marksOf(said: string): readonly string[] {
  const marks: string[] = [];
  for (let open = said.indexOf('<'); open >= 0; ) {
    const close = said.indexOf('>', open);
    if (close < 0) break;
    marks.push(said.slice(open, close + 1));
    open = said.indexOf('<', close);
  }
  return marks;
}

/** A text without what stands between `<` and `>`. */
function withoutMarks(said: string): string {
  let text = '';
  let start = 0;
  for (let open = said.indexOf('<'); open >= 0; open = said.indexOf('<', start)) {
    const close = said.indexOf('>', open);
    if (close < 0) break;
    text += said.slice(start, open);
    start = close + 1;
  }
  return text + said.slice(start);
}

/** Where a transcript is looked for, and how its lines are rendered. */
export interface TranscriptContext {
  readonly media: MediaLibrary;
  /** The path of the text that names it. */
  readonly path: string;
  readonly renderLine: (markdown: string) => Html;
}

/** A line that ends like the name of a text file. */
const FILE = /^.+\.(?:txt|vtt|srt|md|docx?|odt|rtf|pdf|html?)$/i;

const KIND = { name: 'transcript', endings: ['.txt', '.vtt'] };

/**
 * The transcript of a recording: the text itself, or the name of a file that has it. Paragraphs are set apart by empty lines,
 * emphasis is the only markup; captions (WebVTT) have a paragraph for each turn of speech.
 */
export function readTranscript(
  written: string,
  { media, path, renderLine }: TranscriptContext,
): TranscriptRead | WrongFile {
  const name = written.trim();
  if (!FILE.test(name)) return { kind: 'read', html: paragraphsOf(written, renderLine), doubts: [] };
  const found = findText(media, path, name, KIND);
  if (found.kind === 'wrong') return found;
  const { text } = found;
  if (!/\.vtt$/i.test(found.file.path))
    return { kind: 'read', html: paragraphsOf(text, renderLine), doubts: doubtsOfTranscript(name, text) };
  const captions = readCaptions(text);
  if (captions.kind === 'wrong') return wrongCaptions(written, captions.line);
  return { kind: 'read', html: turnsOf(captions.cues), doubts: doubtsOfCaptions(name, text, captions) };
}

/** A transcript, and what in its file readers would see otherwise than it was meant. */
export interface TranscriptRead {
  readonly kind: 'read';
  readonly html: Html;
  readonly doubts: readonly FileDoubt[];
}

/** What is to be said of captions that can be read. @param name As their file was named. */
export function doubtsOfCaptions(
  name: string,
  text: string,
  { cues, lost }: Extract<CaptionsRead, { readonly kind: 'read' }>,
): readonly FileDoubt[] {
  const hint = 'write what is said below a line like `00:01.000 --> 00:04.500`';
  if (cues.every((cue) => cue.text === '') && lost.length === 0)
    return [fileDoubt(name, { line: 1, written: 'captions without a word', expected: 'what is said', hint })];
  const parts = lost.slice(0, MOST_LOST).map(({ text: written, ...part }) => fileDoubt(name, { ...part, written }));
  return [...garbledIn(name, text), ...parts, ...markupIn(name, cues, 'plain')];
}

const MOST_LOST = 3;

/** Who speaks, at the beginning of a line: a name, or the dash of a dialogue. */
const SPEAKER = /^\s*[-–—•]\s+\S|^\s*(?:\*\*)?\p{Lu}[\p{L}\p{M}.’' -]{0,40}:(?:\*\*)?\s+\S/u;

function doubtsOfTranscript(name: string, text: string): readonly FileDoubt[] {
  const lines = text.split('\n').map((words, index) => ({ text: words, line: index + 1 }));
  const timed = lines.find((line) => line.text.includes('-->'));
  if (timed) {
    const hint = 'save captions under a name that ends with `.vtt`, with `WEBVTT` as their first line';
    return [fileDoubt(name, { line: timed.line, written: timed.text, expected: 'a text', hint })];
  }
  if (text.trim() === '')
    return [
      fileDoubt(name, { line: 1, written: 'empty file', expected: 'what is said', hint: 'write it into that file' }),
    ];
  const joined = lines.find(
    (line, index) =>
      SPEAKER.test(line.text) && (lines[index - 1]?.text.trim() ?? '') !== '' && isTurn(lines, index - 1),
  );
  const hint = 'put an empty line above it: lines below each other are one paragraph';
  const expected = 'a paragraph for each who speaks';
  const turns = joined ? [fileDoubt(name, { line: joined.line, written: joined.text, expected, hint })] : [];
  const heading = lines.find((line) => /^#{1,6}[ \t]/.test(line.text));
  const isShown = { expected: 'words with `*emphasis*` at most', hint: 'leave out the `#` before it' };
  if (heading) turns.push(fileDoubt(name, { line: heading.line, written: heading.text, ...isShown }));
  return [...garbledIn(name, text), ...turns, ...markupIn(name, lines, 'line')];
}

/** Whether somebody speaks in the paragraph that ends with a line. */
function isTurn(lines: readonly FileWords[], last: number): boolean {
  for (let index = last; index >= 0 && (lines[index]?.text.trim() ?? '') !== ''; index -= 1)
    if (SPEAKER.test(lines[index]?.text ?? '')) return true;
  return false;
}

/** What is said of captions that are not WebVTT. */
export function wrongCaptions(written: string, line: number): WrongFile {
  return {
    kind: 'wrong',
    code: 'media-unreadable',
    message: `Unexpected line ${line} in ${quote(written)}, expected captions in WebVTT`,
    hint: 'the file begins with `WEBVTT`, and each caption with a line like `00:01.000 --> 00:04.500`',
  };
}

function paragraphsOf(text: string, renderLine: (markdown: string) => Html): Html {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  return asHtml(paragraphs.map((paragraph) => `<p>${renderLine(paragraph)}</p>\n`).join(''));
}

function turnsOf(cues: readonly Cue[]): Html {
  const turns: { speaker: string | undefined; words: string[] }[] = [];
  for (const { speaker, text } of cues) {
    const last = turns.at(-1);
    if (last && (speaker === undefined || speaker === last.speaker)) last.words.push(text);
    else turns.push({ speaker, words: [text] });
  }
  const paragraphs = turns.map(({ speaker, words }) => {
    const name = speaker === undefined ? '' : `<strong>${escapeHtml(speaker)}:</strong> `;
    return `<p>${name}${escapeHtml(words.join(' '))}</p>\n`;
  });
  return asHtml(paragraphs.join(''));
}
