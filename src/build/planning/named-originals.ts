import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledFiles, componentFiles, templateFiles } from '../../disk/layouts/templates.ts';
import { HAS_OWN_FOLDER, OWN_LAYOUTS } from '../../disk/project.ts';
import type { Edition } from '../../domain/edition.ts';
import type { FoundFile } from '../../disk/walk-content.ts';

/** What may follow the name of the folder where a program or a page of the newsroom's own names a file of it. */
const NAME = /media\/([^"'`()<>\s,;?#&]+)/g;

/** Files of `content/public/` that name others. */
const NAMES_FILES = /\.(?:html?|css|m?js|json|xml|svg|webmanifest)$/i;

/**
 * The files of `content/media/` that a newsroom's own templates, layouts, styles, scripts and redirects name: whoever wrote these wants the
 * file itself. Names that a program puts together are not found.
 *
 * @param content Absolute path of the content folder.
 */
export function namedOriginals(
  { redirects, publicFiles }: Pick<Edition, 'redirects' | 'publicFiles'>,
  programs: readonly FoundFile[],
  content: string,
): ReadonlySet<string> {
  const files = [
    ...programs.map(({ diskPath }) => diskPath),
    ...publicFiles.filter((path) => NAMES_FILES.test(path)).map((path) => join(content, '..', path)),
    ...(HAS_OWN_FOLDER ? [...bundledFiles(), ...templateFiles(), ...componentFiles()] : []).map((path) =>
      join(OWN_LAYOUTS, path),
    ),
  ];
  const texts = [...redirects.map(({ to }) => JSON.stringify(to)), ...files.map(textOf)];
  return new Set(
    texts.flatMap((text) => [...text.matchAll(NAME)].map(([, name = '']) => `content/media/${decoded(name)}`)),
  );
}

function decoded(name: string): string {
  try {
    return decodeURI(name).normalize('NFC');
  } catch {
    return name;
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It is gone since: nothing is named by it.
    return '';
  }
}
