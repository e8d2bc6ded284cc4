import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import yaml from 'js-yaml';
import MarkdownIt from 'markdown-it';
import type { FloorStage } from './stages.ts';

/**
 * What a build of the benchmark's corpus costs at the least in Node, in one thread: the same files read, the same libraries for YAML and
 * Markdown, plain strings for all else, and as many files written, with as many bytes, as a build wrote.
 *
 * @param content Folder of the content that was built.
 * @param output Folder of what was made of it.
 * @returns Milliseconds of processor time by stage, and how many stories there are.
 */
export function measureFloor(content: string, output: string): { times: Record<FloorStage, number>; stories: number } {
  const times = {} as Record<FloorStage, number>;
  const stage = <Result>(name: FloorStage, run: () => Result): Result => {
    const before = process.cpuUsage();
    const result = run();
    const { user, system } = process.cpuUsage(before);
    times[name] = (times[name] ?? 0) + (user + system) / 1000;
    return result;
  };
  const files = filesIn(join(content, 'articles'));
  const texts = stage('read', () => files.map((path) => readFileSync(path, 'utf8')));
  const stories = stage('front matter', () => texts.map(cutStory));
  const markdown = new MarkdownIt({ html: false, typographer: true });
  const bodies = stage('Markdown', () => stories.map(({ text }) => markdown.render(text)));
  const cards = stage('pages', () => stories.map(({ keys }) => cardOf(keys)));
  const pages = stage('pages', () => stories.map(({ keys }, index) => pageOf(keys, bodies[index] ?? '')));
  const words = stage('search', () => bodies.map(wordsOf));
  const lists = stage('pages', () => lengthOfLists(stories, cards));
  const clean = stage('clean text', () => stories.map(({ keys, text }) => [text, JSON.stringify({ ...keys, text })]));
  const written = filesIn(output).map((path) => ({ path: relative(output, path), size: statSync(path).size }));
  const block = pages.slice(0, 200).join('').slice(0, 2_000_000);
  const root = mkdtempSync(join(dirname(output), 'floor-'));
  try {
    stage('write', () => writeAll(root, written, block));
  } finally {
    rmSync(root, { recursive: true });
  }
  stage('hash', () => {
    for (const { size } of written) createHash('sha256').update(block.slice(0, size)).digest('base64');
  });
  // What nobody uses might not be made.
  if (words.length + clean.length + lists === 0) throw new Error('There is no story to measure');
  return { times, stories: stories.length };
}

type Keys = Readonly<Record<'headline' | 'dek' | 'date' | 'section', string>> &
  Readonly<Record<'contributors' | 'topics', readonly string[]>>;

interface CutStory {
  readonly keys: Keys;
  readonly text: string;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function cutStory(text: string): CutStory {
  const end = text.indexOf('\n---', 4);
  const keys = yaml.load(text.slice(4, end), { schema: yaml.CORE_SCHEMA }) as Keys;
  return { keys, text: text.slice(text.indexOf('\n', end + 1) + 1) };
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => String(text).replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
/** As long as what stands around the text of a page. */
const HEAD = 'x'.repeat(2400);
const FOOT = 'y'.repeat(900);

function pageOf({ headline, dek, date, section, contributors, topics }: Keys, body: string): string {
  const author = contributors.map((name) => ({ '@type': 'Person', name, url: `https://bench.example/${name}/` }));
  const data = JSON.stringify({
    ...{ '@context': 'https://schema.org', '@type': 'NewsArticle', headline, description: dek },
    ...{ datePublished: date, author, articleSection: section, keywords: topics },
  }).replaceAll('<', '\\u003c');
  const by = contributors.map((name) => `<a href="/contributors/${name}/">${escaped(name)}</a>`).join(', ');
  const about = topics.map((topic) => `<li><a href="/topics/${topic}/">${escaped(topic)}</a></li>`).join('');
  return `${HEAD}<title>${escaped(headline)}</title><script type="application/ld+json">${data}</script><article><h1>${escaped(headline)}</h1><p>${escaped(dek)}</p><p>By ${by}</p>${body}</article><ul>${about}</ul>${FOOT}`;
}

function cardOf({ headline, dek, date, section }: Keys): string {
  return `<article class="card"><p>${escaped(section)}</p><h3><a href="/x/">${escaped(headline)}</a></h3><p>${escaped(dek)}</p><time datetime="${date}">${String(date).slice(0, 10)}</time></article>`;
}

function wordsOf(body: string): string {
  const words = new Set(body.toLowerCase().split(/<[^>]*>|[^a-z0-9]+/));
  return [...words].join(' ');
}

/** Puts cards together to the lists of sections, topics, contributors and days, fifty a page. */
function lengthOfLists(stories: readonly CutStory[], cards: readonly string[]): number {
  const lists = new Map<string, number[]>();
  stories.forEach(({ keys }, index) => {
    for (const name of [keys.section, ...keys.topics, ...keys.contributors, String(keys.date).slice(0, 10)]) {
      const list = lists.get(name);
      if (list) list.push(index);
      else lists.set(name, [index]);
    }
  });
  let length = 0;
  for (const list of lists.values()) {
    for (let from = 0; from < list.length; from += 50) {
      const shown = list.slice(from, from + 50).map((index) => cards[index]);
      length += (HEAD + shown.join('') + FOOT).length;
    }
  }
  return length;
}

function writeAll(
  root: string,
  files: readonly { readonly path: string; readonly size: number }[],
  block: string,
): void {
  const made = new Set<string>();
  for (const { path, size } of files) {
    const target = join(root, path);
    const folder = dirname(target);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(target, block.slice(0, size));
  }
}
