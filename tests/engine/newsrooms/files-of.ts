import { posix } from 'node:path';
import { slugFromPath } from '../../../src/validate/story/slug.ts';
import { aFile, type Keys } from '../../newsroom/manuscript.ts';
import {
  addressOf,
  type LinkDraft,
  type Medium,
  type Newsroom,
  type PageDraft,
  type PersonDraft,
  type RedirectDraft,
  type StoryDraft,
} from './newsroom.ts';
import { crc32, deflateSync } from 'node:zlib';

/** The files of a newsroom, by their paths from `content/`. */
export function filesOf(newsroom: Newsroom): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  const add = (path: string, text: string): unknown => files.set(path, Buffer.from(text));
  add('site.yaml', `${Object.entries(newsroom.site).map(lineOf).join('')}`);
  for (const story of newsroom.stories) add(story.path, storyText(story, newsroom));
  for (const [id, person] of Object.entries(newsroom.people)) add(`contributors/${id}.md`, personText(id, person));
  for (const [path, page] of Object.entries(newsroom.pages)) add(path, pageText(path, page, newsroom));
  for (const [name, keys] of Object.entries(newsroom.fronts)) {
    add(`fronts/${name}.yaml`, Object.entries(keys).map(lineOf).join(''));
  }
  for (const [path, medium] of Object.entries(newsroom.media)) files.set(path, bytesOf(medium));
  if (newsroom.redirects) add('redirects.yaml', redirectsText(newsroom.redirects, newsroom));
  for (const [path, text] of Object.entries(newsroom.publicFiles)) add(path, text);
  for (const [path, text] of Object.entries(newsroom.others)) add(path, text);
  return files;
}

function lineOf([key, value]: readonly [string, unknown]): string {
  return value === undefined ? '' : `${key}: ${JSON.stringify(value)}\n`;
}

/** A redirect to a story that is not there any more is left out. */
function redirectsText(redirects: Readonly<Record<string, RedirectDraft>>, newsroom: Newsroom): string {
  const lines = Object.entries(redirects).flatMap(([from, to]) => {
    if ('address' in to) return `${from}: ${to.address}\n`;
    const story = newsroom.stories.find(({ number }) => number === to.story);
    return story ? `${from}: ${addressOf(story, newsroom)}\n` : [];
  });
  return `# Old addresses\n${lines.join('')}`;
}

function storyText(story: StoryDraft, newsroom: Newsroom): string {
  const { path, keys, paragraphs, figures, links, image, comment } = story;
  const { path: picture, ...rest } = image ?? {};
  const related = newsroom.stories.filter(({ number }) => story.related.includes(number)).map((one) => `/${one.path}`);
  const all: Keys = {
    ...keys,
    translations: printTranslation(story, newsroom),
    related: related.length > 0 ? related : undefined,
    image: picture && { src: writtenFrom(path, picture), ...rest },
  };
  const pictures = figures.map(
    (file, index) => `![Figure ${index}](${writtenFrom(path, file)} "As *drawn*"){credit="A / B"}`,
  );
  const body = [...paragraphs, ...links.flatMap((link) => printLink(path, link, newsroom)), ...pictures].join('\n\n');
  const text = aFile(all, `${body}\n`);
  return comment === '' ? text : text.replace('---\n', `---\n# ${comment}\n`);
}

function personText(id: string, { keys, text, picture }: PersonDraft): string {
  const image = picture && { src: writtenFrom(`contributors/${id}.md`, picture), alt: `Portrait of ${id}` };
  return aFile({ ...keys, image }, `${text}\n`);
}

function pageText(path: string, { keys, text, links }: PageDraft, newsroom: Newsroom): string {
  const body = [text, ...links.flatMap((link) => printLink(path, link, newsroom))].join('\n\n');
  return aFile(keys, `${body}\n`);
}

/** A link to a story that is not there any more is left out. */
function printLink(from: string, link: LinkDraft, newsroom: Newsroom): readonly string[] {
  if (link.kind === 'markdown') return [link.text];
  if (link.kind === 'file') return [`See [the data](${writtenFrom(from, link.path)}).`];
  const story = newsroom.stories.find(({ number }) => number === link.story);
  if (!story) return [];
  if (link.kind === 'path') return [`See [the *report*](${posix.relative(posix.dirname(from), story.path)}#more).`];
  if (link.kind === 'address') return [`See [that story](<${addressOf(story, newsroom)}#more>).`];
  return [`::story{slug=${story.keys['slug'] ?? slugFromPath(story.path)}}`];
}

/** How a file names another: a path from itself, or one from `media/`. */
function writtenFrom(from: string, path: string): string {
  return path.startsWith('media/') ? path.slice('media/'.length) : posix.relative(posix.dirname(from), path);
}

function bytesOf({ kind, width, height, shade }: Medium): Buffer {
  if (kind === 'png') return png({ width, height, shade });
  if (kind === 'csv') return Buffer.from(`width,height,shade\n${width},${height},${shade}\n`);
  const fill = `#${shade.toString(16).padStart(2, '0').repeat(3)}`;
  const size = `width="${width}" height="${height}"`;
  // Some have what they are published without.
  const unsafe = shade % 3 === 0 ? '<script>open()</script>' : '';
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${unsafe}<rect ${size} fill="${fill}"/></svg>\n`);
}

/**
 * What a story says of its translation: nothing where that is gone, is in the same language, or is a translation of a third story,
 * nor where an older story in this language names it already.
 */
function printTranslation(
  story: StoryDraft,
  { stories, site }: Newsroom,
): Readonly<Record<string, string>> | undefined {
  const { number, path, translates } = story;
  const target = stories.find((other) => other.number === translates);
  if (translates === undefined || !target || target.translates !== undefined) return undefined;
  const languageOf = ({ keys }: StoryDraft): string => String(keys['language'] ?? site['language'] ?? 'en-US');
  const language = languageOf(story);
  const isTaken = stories.some(
    (other) => other.translates === translates && other.number < number && languageOf(other) === language,
  );
  if (isTaken || languageOf(target) === language) return undefined;
  return { [languageOf(target)]: posix.relative(posix.dirname(path), target.path) };
}

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** A picture of one shade of grey, as a PNG file. Its size in bytes depends on its width and height only. */
function png({ width, height, shade }: { width: number; height: number; shade: number }): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, grey.
  header.set([8, 0, 0, 0, 0], 8);
  const row = Buffer.alloc(width + 1, shade);
  row[0] = 0;
  const pixels = Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels, { level: 0 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const content = Buffer.concat([Buffer.from(type), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, sum]);
}
