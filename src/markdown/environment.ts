import type { Notice } from '../domain/corrections/notice.ts';
import type { Reference } from '../domain/story/article.ts';
import type { Token } from 'markdown-it';
import type { Html, RichText } from '../domain/html.ts';
import type { LivePost } from '../domain/live-blog.ts';
import type { Moment } from '../domain/dates.ts';
import type { MediaLibrary } from '../domain/media/library.ts';
import type { Site } from '../domain/site/site.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { Words } from '../words/words.ts';
import type { WrittenLine } from './slips/written-text.ts';

/** What a Markdown extension may know of the text that it is in, and where it notes what it found. */
export interface Environment extends Noted {
  readonly path: string;
  /** The line of the file on which the text begins, counted from 1. */
  readonly firstLine: number;
  /** How many lines it has. */
  readonly lineCount: number;
  readonly site: Site;
  readonly media: MediaLibrary;
  readonly words: Words;
  /** BCP 47. */
  readonly language: string;
  /** Printed before the first paragraph: the place that a story was filed from. */
  readonly dateline: string | undefined;
  /** Whether links out must be marked as paid for. */
  readonly sponsored: boolean;
  /** Renders one line of Markdown in the same language. */
  readonly renderLine: (markdown: string) => Html;
  /** Likewise, with its words. */
  readonly renderRich: (markdown: string) => RichText;

  /** Of a story: when it was first published, whether it is a live blog, and how many corrections its front matter has. */
  readonly story?:
    | { readonly date: Moment | undefined; readonly isLive: boolean; readonly corrections: number }
    | undefined;
}

/** What extensions have noted of a text so far. */
export interface Noted {
  readonly findings: Finding[];
  /** Where signs stand that Markdown has made nothing of, by the tokens of their block. */
  readonly signs: Map<readonly Token[], number[]>;
  /** Where runs of marks of emphasis stand in a block, and those of them that belong to no other. */
  readonly runs: Map<readonly Token[], MarkRun[]>;
  readonly marks: Map<readonly Token[], readonly { readonly index: number; readonly length: number }[]>;
  /** Words that stand on lines of their own, but for those of pictures. */
  readonly writtenLines: WrittenLine[];
  /** Links and cards that lead to other pages. (markdown-it keeps `references` for itself.) */
  readonly leads: Reference[];
  /** Links to places of the text itself, without `#`. */
  readonly fragments: Pick<Reference, 'target' | 'place'>[];
  /** Identifiers of headings and footnotes. */
  readonly anchors: string[];
  readonly usedMedia: Set<string>;
  /** Corrections that stand in the text. */
  readonly corrections: Notice[];
  /** The posts of a live blog, in the order of the text. */
  readonly posts: WrittenPost[];
  /** Which of them is being printed. */
  readonly current: { post: number | undefined };
  /** How many tables there were so far: each has a name of its own for screen readers. */
  readonly tables: { count: number };
  /** Identifiers that the page around the text has, and those of HTML in it. */
  readonly ids: Set<string>;
  /** How many characters of code were told apart, how many of formulas were made, and how many doubtful links were told of, so far. */
  readonly spent: { code: number; math: number; doubtful: number };
}

/** What is noted of a text before any of it is parsed. @param ids Identifiers that the page around the text has. */
export function nothingNoted(ids: readonly string[]): Noted {
  return {
    findings: [],
    signs: new Map(),
    runs: new Map(),
    marks: new Map(),
    writtenLines: [],
    leads: [],
    fragments: [],
    anchors: [],
    usedMedia: new Set(),
    corrections: [],
    posts: [],
    current: { post: undefined },
    tables: { count: 0 },
    ids: new Set(ids),
    spent: { code: 0, math: 0, doubtful: 0 },
  };
}

/** A run of marks in the words of a block, and the first of the tokens that it becomes. */
export interface MarkRun {
  readonly token: number;
  readonly index: number;
  readonly length: number;
}

/** A post of a live blog as it stands in the text, and the line on which it begins. */
export interface WrittenPost extends Omit<LivePost, 'index' | 'wordCount' | 'media' | 'references'> {
  /** Its Markdown, from the line that opens it to the one that closes it. */
  readonly source: string;
  readonly line: number;
}

/** First and last line in the file of a block token, from markdown-it's half-open range of lines of the text. */
export function linesOf(environment: Environment, map: readonly [number, number] | null): [number, number] {
  const [start, end] = map ?? [0, 1];
  return [environment.firstLine + start, environment.firstLine + Math.max(start, end - 1)];
}
