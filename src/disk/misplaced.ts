import { basename } from 'node:path';
import { slipsBetween } from '../diagnostics/slips.ts';
import { ARTICLES, CONTENT_KINDS } from '../domain/content/content-kinds.ts';
import { isMedium, isNeverPublished } from '../domain/media/kinds.ts';
import { PAGES_FOLDER } from '../domain/site/programs.ts';

/** Files that have one place and one name. */
const FILES_OF_CONTENT = ['site.yaml', 'redirects.yaml', 'style.yaml', 'words.txt', 'addresses.txt'];

/** That of them of which a name is a slip or two. */
function fileMeant(name: string): string | undefined {
  return FILES_OF_CONTENT.find((file) => slipsBetween(name.toLowerCase(), file) <= 2);
}

/** `bridge.md~`, `#bridge.md#`, `bridge.md.bak`, `bridge.md.orig`: what editors, and merges of git, leave beside a file. */
const OLD_COPY = /^(?:(.+\.[a-z]+)(?:~|\.(?:bak|old|orig|rej|tmp|swp))|#(.+)#)$/i;

/** The name that a file of Markdown is to have, if its own ends otherwise. */
function asMarkdown(path: string): string | undefined {
  const name = basename(path);
  return /\.(?:markdown|mdown|mkd|mdx|MD|Md|mD)$/.test(name) ? name.replace(/\.\w+$/, '.md') : undefined;
}

/** What to do about a file that is published nowhere, by its path. */
export function hintForMisplaced(path: string): string {
  const [, before, around] = OLD_COPY.exec(basename(path)) ?? [];
  const stem = before ?? around;
  if (stem !== undefined) return `remove it; it is an old copy of ${stem} that a program has left`;
  const inPublic = 'move it to content/public/, which is copied to the root of the site as it is';
  if (path.startsWith(CONTENT_KINDS.fronts.folder) && /\.(?:ya?ml|md|txt)$/i.test(path)) {
    return 'fronts are files in content/fronts/ whose names end with `.yaml`: `home.yaml`, `es/home.yaml`';
  }
  if (path.startsWith(CONTENT_KINDS.contributors.folder) && /\.(?:markdown|mdx?|txt|ya?ml)$/i.test(path)) {
    const name = basename(path).replace(/\.\w+$/, '.md');
    return `contributors are files right in content/contributors/ whose names end with \`.md\`: make it content/contributors/${name}`;
  }
  if (path.startsWith(PAGES_FOLDER)) {
    const [, ending] = /\.(html|njk|liquid)$/i.exec(path) ?? [];
    if (ending !== undefined) return `write the end of its name in small letters: \`.${ending.toLowerCase()}\``;
    const named = asMarkdown(path);
    if (named !== undefined) return `pages are files whose names end with \`.md\`: name it \`${named}\``;
    return /\.txt$/i.test(path) ? `pages are files whose names end with \`.md\`; or ${inPublic}` : inPublic;
  }
  if (isNeverPublished(path)) return `remove it, or ${inPublic}`;
  const meant = /^content\/[^/]+\.(?:ya?ml|txt)$/i.test(path) ? fileMeant(basename(path)) : undefined;
  if (meant !== undefined) return `did you mean \`${meant}\`?`;
  const isNameless = path.startsWith(ARTICLES.folder) && !basename(path).includes('.');
  if (isNameless || /\.(?:markdown|mdx?|txt)$/i.test(path)) {
    const isAmong = path.startsWith(ARTICLES.folder) ? asMarkdown(path) : undefined;
    const stories = 'stories are files in content/articles/ whose names end with `.md`';
    return isAmong === undefined ? stories : `${stories}: name it \`${isAmong}\``;
  }
  if (isMedium(path)) return 'put pictures into content/media/, or beside the story that shows them';
  if (/^content\/[^/]+$/.test(path)) return inPublic;
  return 'remove it, or convert it to a picture, PDF, CSV, sound or video file in content/media/';
}
