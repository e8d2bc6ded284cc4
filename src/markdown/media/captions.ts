import { asHtml, escapeHtml, type Html } from '../../domain/html.ts';
import type { MediaLibrary } from '../../domain/media/library.ts';
import { quote } from '../../diagnostics/wording.ts';
import { findText, type WrongFile } from './find-file.ts';

/** A stretch of speech in WebVTT, and who says it, where that is marked. */
export interface Cue {
  readonly speaker: string | undefined;
  readonly text: string;
}

/** What a file of captions says, or the line that is not WebVTT, counted from 1. */
export type CaptionsRead =
  | { readonly kind: 'read'; readonly cues: readonly Cue[] }
  | { readonly kind: 'wrong'; readonly line: number };

const TIME = String.raw`(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}`;
const TIMING = new RegExp(`^[ \\t]*${TIME}[ \\t]+-->[ \\t]+${TIME}(?:[ \\t].*)?$`, 's');

/** Reads captions in WebVTT (W3C), as far as a text can be made of them. */
export function readCaptions(text: string): CaptionsRead {
  const lines = text.split('\n');
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) return { kind: 'wrong', line: 1 };
  const cues: Cue[] = [];
  for (let index = 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (!line.includes('-->')) continue;
    if (!TIMING.test(line)) return { kind: 'wrong', line: index + 1 };
    const said: string[] = [];
    // An empty line ends a caption, or the next one does; a line of spaces is a part of it.
    while (index + 1 < lines.length && lines[index + 1] !== '' && !lines[index + 1]?.includes('-->')) {
      index += 1;
      said.push(lines[index] ?? '');
    }
    cues.push(cueOf(said.join(' ')));
  }
  return { kind: 'read', cues };
}

/** `<v Ana Ruiz>We heard it.</v>`: the voice is who says it; other marks are for the eye. */
function cueOf(said: string): Cue {
  const [mark = ''] = /^<v[.\s][^>]*>/.exec(said.trim()) ?? [];
  const speaker = mark
    .slice('<v'.length, -1)
    .replace(/^\.\S*/, '')
    .trim();
  const text = withoutMarks(said)
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_all, name: string) => CHARACTERS[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return { speaker: speaker || undefined, text };
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

const CHARACTERS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
};

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
): { readonly kind: 'read'; readonly html: Html } | WrongFile {
  if (!FILE.test(written.trim())) return { kind: 'read', html: paragraphsOf(written, renderLine) };
  const found = findText(media, path, written.trim(), KIND);
  if (found.kind === 'wrong') return found;
  const { text } = found;
  if (!/\.vtt$/i.test(found.file.path)) return { kind: 'read', html: paragraphsOf(text, renderLine) };
  const captions = readCaptions(text);
  if (captions.kind === 'read') return { kind: 'read', html: turnsOf(captions.cues) };
  return wrongCaptions(written, captions.line);
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
