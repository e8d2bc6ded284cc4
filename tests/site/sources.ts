import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { PROJECT } from './run-broadsheet.ts';

/** A story as its editor wrote it, as far as the tests need it. */
export interface StorySource {
  /** Path of its address. */
  readonly path: string;
  readonly headline: string;
  readonly language: string | undefined;
  readonly bylines: readonly string[];
  /** Whether it is due, and not a draft. */
  readonly isPublished: boolean;
  /** The lines of the text that a reader sees, without Markdown's marks. */
  readonly lines: readonly string[];
  /** All that is printed of a story that has nothing but a dek, a byline and lines of text; none of any other. */
  readonly whole: readonly string[] | undefined;
}

type Contributor = string | { readonly id?: string; readonly name?: string; readonly credit?: string };

interface FrontMatter {
  readonly headline: string;
  readonly contributors: string | readonly Contributor[];
  readonly date: string;
  readonly slug?: string;
  readonly permalink?: string;
  readonly draft?: boolean;
  readonly language?: string;
  readonly dek?: string;
  readonly live?: unknown;
}

const ARTICLES = join(PROJECT, 'content/articles');
const NOW = '2026-11-23 12:00';

/** Those that add nothing to the text, but for the dek. */
const PLAIN_KEYS =
  /^((headline|shortHeadline|kicker|dek|contributors|date|updated|section|topics|image|slug|permalink|liveStrip|aliases)( |$))*$/;

let sources: readonly StorySource[] | undefined;

/** All stories of the demo that are published, read from their files. */
export function storySources(): readonly StorySource[] {
  sources ??= readdirSync(ARTICLES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => read(file))
    .filter(({ isPublished }) => isPublished);
  return sources;
}

/** The story of an address. */
export function readStory(path: string): StorySource {
  const found = storySources().find((source) => source.path === path);
  if (!found) throw new Error(`No story in content/articles/ has the address ${path}`);
  return found;
}

function read(file: string): StorySource {
  const [, head = '', ...rest] = readFileSync(join(ARTICLES, file), 'utf8').split(/^---\n/m);
  const values = load(head, { schema: CORE_SCHEMA }) as FrontMatter;
  const slug = values.slug ?? file.split(/[\\/]/).at(-1)?.replace(/\.md$/, '');
  const credits = typeof values.contributors === 'string' ? [values.contributors] : values.contributors;
  const bylines = credits.flatMap((credit) => bylineOf(credit, values.language));
  const body = rest.join('---\n');
  const lines = linesOf(withoutNotation(values.live === undefined ? body : newestFirst(body)));
  const isPlain = PLAIN_KEYS.test(Object.keys(values).join(' ')) && !/^:{2,}|!\[|\[\^|^\|/m.test(body);
  return {
    path: values.permalink ?? `/${String(values.date).slice(0, 10).replaceAll('-', '/')}/${slug}/`,
    headline: values.headline,
    language: values.language,
    bylines,
    isPublished: values.draft !== true && String(values.date) <= NOW,
    lines,
    whole: isPlain && bylines.length === credits.length ? [values.dek ?? '', 'By', ...bylines, ...lines] : undefined,
  };
}

/** Of tags and of the dialects of Markdown, readers see what stands between the signs; a formula is none of the words. */
function withoutNotation(body: string): string {
  return withoutTags(body)
    .replace(/^\$\$\n.*?\n\$\$$/gms, '')
    .replace(/^(?:```\w*|\[TOC\]|> \[![A-Z]+\])$/gm, '')
    .replace(/ \{#[\w-]+\}$/gm, '')
    .replace(/^(\s*- )\[[ x]\] /gm, '$1')
    .replace(/[~^]([^\s~^]+)[~^]/g, '$1')
    .replace(/ :[a-z_]+:/g, '');
}

/** Of the HTML in a text, readers see what stands between the tags. */
function withoutTags(body: string): string {
  return body.replace(/<!--.*?-->/gs, '').replace(/<\/?[a-z][a-z0-9]*(?: [^<>]*)?>/g, '');
}

/**
 * The text of a live blog in the order in which its page has it; in the file the oldest update comes first. Updates
 * under embargo are left out.
 */
function newestFirst(body: string): string {
  const [before = '', ...updates] = body.split(/^(?=:::update)/m);
  const due = updates.filter((update) => (/\bdate="(.*?)"/.exec(update)?.[1] ?? NOW) <= NOW);
  const isPinned = (update: string): boolean => /^:::update\{.*\bpinned=yes/.test(update);
  due.reverse();
  return [before, ...due.filter(isPinned), ...due.filter((update) => !isPinned(update))].join('');
}

function bylineOf(credit: Contributor, language: string | undefined): readonly string[] {
  if (typeof credit === 'string') return [nameOf(credit, language)];
  return (credit.credit ?? 'byline') === 'byline' ? [credit.name ?? nameOf(credit.id ?? '', language)] : [];
}

/** The name of someone with a page, in the language of the story, or the name that was written. */
function nameOf(who: string, language: string | undefined): string {
  const file = join(PROJECT, 'content/contributors', `${who}.md`);
  if (!existsSync(file)) return who;
  const [, head = ''] = readFileSync(file, 'utf8').split('---\n');
  const { name, names } = load(head, { schema: CORE_SCHEMA }) as {
    readonly name: string;
    readonly names?: Readonly<Record<string, string>>;
  };
  return names?.[language ?? ''] ?? name;
}

/** A table's cells, and any other line, each without its marks. */
function linesOf(body: string): readonly string[] {
  const text = body.replace(/!?\[([^\]]*)\]\([^)]*\)(\{[^}]*\})?/g, (all, label: string) =>
    all.startsWith('!') ? '' : label,
  );
  return (
    text
      .split('\n')
      .filter((line) => !/^(:{2,}|\||.*\[\^)|^\s*$/.test(line) || /^\| *[^\s:|-]/.test(line))
      .flatMap((line) => (line.startsWith('|') ? line.split('|') : [line]))
      .map((line) => line.replace(/^\s*(#+|[-*>]|\d+\.)\s+/, '').trim())
      // The date of an entry in a timeline is printed in words.
      .map((line) => line.replace(/^\d{4}-\d\d(-\d\d( \d\d:\d\d)?)?: /, ''))
      .filter((line) => /\p{L}|\p{N}/u.test(line))
  );
}
