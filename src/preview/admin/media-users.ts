import { readText } from '../../disk/read-text.ts';
import { contentPages, MEDIA_FOLDER, pageFilesIn } from '../../domain/content/content-kinds.ts';
import { SITE_PATH } from '../../domain/site/site.ts';
import { namedOriginals } from '../../build/planning/named-originals.ts';
import type { PreviewEdition } from '../preview-edition.ts';
import type { Served } from '../server/route.ts';

/**
 * What shows a picture or another medium of `content/media/`: paths of files, or what kind of file it is. A file that cannot be read as what it is, such as
 * a story with errors, counts where it has the name in it.
 */
export function* usersOf(path: string, { site, content }: Pick<Served, 'site' | 'content'>): Generator<string> {
  const good = site?.edition;
  if (!site || !good) return;
  const { edition } = good.prepared;
  for (const { entry } of edition.stories) if (entry.media.includes(path)) yield entry.path;
  for (const page of contentPages(pageFilesIn(edition))) if (page.media.includes(path)) yield page.path;
  const { icon, publisher, languages } = edition.site;
  const logos = [publisher, ...languages.map((language) => language.publisher)].map(({ logo }) => logo);
  if (icon.picture?.path === path || logos.includes(path)) yield SITE_PATH;
  const name = path.slice(MEDIA_FOLDER.length);
  // What templates show is nowhere said but in their text.
  for (const page of good.newsroom.ownPages) if (hasName(page.text, name)) yield page.path;
  for (const held of site.heldUp) if (hasName(textOf(held, good), name)) yield held;
  if (namedOriginals(edition, good.newsroom.programs, content).has(path))
    yield 'a template, a layout, or a file of content/public/';
}

function textOf(path: string, { files }: PreviewEdition): string {
  const found = files.walk.texts.find((file) => file.path === path);
  const read = found && readText(path, found.diskPath);
  return read?.kind === 'read' ? read.file.text : '';
}

/** Whether a text has the whole path of a file in it, as it is or as addresses are written; `fast-ferry.jpg` is not `ferry.jpg`. */
function hasName(text: string, name: string): boolean {
  const normal = text.normalize('NFC');
  return [...new Set([name, encodeURI(name)])].some((written) => {
    for (let at = normal.indexOf(written); at >= 0; at = normal.indexOf(written, at + 1)) {
      const before = normal.slice(Math.max(0, at - MEDIA_FOLDER.length), at);
      const isWhole =
        !/[\p{L}\p{N}_%.-]$/u.test(before) && (!before.endsWith('/') || /(?:^|\W)media\/$|^\.\/$/.test(before));
      if (isWhole && !/^[\p{L}\p{N}_%-]/u.test(normal.slice(at + written.length))) return true;
    }
    return false;
  });
}
