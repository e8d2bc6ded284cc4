import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { ImportNote } from '../../archive.ts';
import { decoderOf, findEncoding } from '../decode-text.ts';

/** A saved page: its path below the folder, with `/`, and where that is. */
export interface PageFile {
  readonly path: string;
  readonly file: string;
}

/** Names that pages have: `story.html`, `index.html?p=12`, and `index.php@p=12.html`, as wget writes them. */
const PAGE_NAME = /\.(?:x?html?|shtml|php\d?|aspx?|jsp|cfm)(?:[?@].*)?$/i;
const OTHER_NAME = /\.[a-z][a-z\d]{1,4}$/i;

/** Larger files are no pages that somebody wrote. */
const MOST_BYTES = 20_000_000;

/** The pages of a folder, in the order of their paths. What browsers save beside a page, in `…_files`, is none; links are not followed. */
export function pagesIn(folder: string): PageFile[] {
  const pages: PageFile[] = [];
  const waiting = [''];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const entries = readdirSync(join(folder, next), { withFileTypes: true }).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    );
    const names = new Set(entries.map(({ name }) => name));
    for (const entry of entries) {
      const path = next === '' ? entry.name : `${next}/${entry.name}`;
      if (entry.isDirectory() && !entry.name.startsWith('.') && !isBesidePage(entry.name, names)) waiting.push(path);
      if (entry.isFile() && isPage(join(folder, path), entry.name)) pages.push({ path, file: join(folder, path) });
    }
  }
  return pages.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** `Story_files`, `Story-Dateien` and the like, beside `Story.html`. */
function isBesidePage(name: string, names: ReadonlySet<string>): boolean {
  if (/_files$/i.test(name)) return true;
  const stem =
    /^(.+)[-_.](?:files|Dateien|fichiers|archivos|bestanden|filer|pliki|soubory|file|arquivos|ficheiros|fájlok)$/i.exec(
      name,
    )?.[1];
  return stem !== undefined && (names.has(`${stem}.html`) || names.has(`${stem}.htm`));
}

function isPage(file: string, name: string): boolean {
  if (PAGE_NAME.test(name)) return true;
  return !OTHER_NAME.test(name) && isHtml(headOf(file));
}

/** Whether a text begins as pages do. */
export function isHtml(head: string): boolean {
  return /<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]/i.test(head.replaceAll('\0', ''));
}

function headOf(file: string): string {
  const opened = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(2048);
    return bytes.subarray(0, readSync(opened, bytes, 0, bytes.length, 0)).toString('latin1');
  } finally {
    closeSync(opened);
  }
}

/** The text of a page, in the encoding that it says it has. `undefined` for a file that is too large for one. */
export function readPageText({
  file,
}: PageFile): { readonly html: string; readonly notes: readonly ImportNote[] } | undefined {
  if (statSync(file).size > MOST_BYTES) return undefined;
  const bytes = readFileSync(file);
  const encoding = findEncoding(bytes, charsetOf);
  const notes: ImportNote[] =
    encoding.isGuessed || encoding.unknown !== undefined
      ? [
          {
            kind: 'look',
            what: 'encoding that is not known',
            advice: 'look at letters with accents and at quotation marks',
            detail: `${encoding.unknown ?? 'no UTF-8'}, read as ${encoding.label}`,
          },
        ]
      : [];
  return { html: decoderOf(encoding).decode(bytes), notes };
}

function charsetOf(head: string): string | undefined {
  return (
    /<meta\b[^>]{0,300}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i.exec(head)?.[1] ??
    /^\s{0,99}<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})/i.exec(head)?.[1]
  );
}

/**
 * The old address of a page by its path, where the page itself says nothing: below the address of the site, or where the folder is one of a copy that
 * wget made, below the host that its first folder is named by.
 */
export function addressByPath(path: string, site: string | undefined, hostFolder: string | undefined): string {
  const below =
    hostFolder !== undefined && path.startsWith(`${hostFolder}/`) ? path.slice(hostFolder.length) : `/${path}`;
  const base = site ?? (hostFolder === undefined ? undefined : `https://${hostFolder}/`);
  const name = below.replace(/^(.*\.\w+)@(.+?)(?:\.html)?$/, '$1?$2');
  const [file = '', ...query] = name.split('?');
  const bare = file.replace(/(^|\/)index\.(?:x?html?|php)$/i, '$1');
  const asked = query.join('?').replace(/\.html$/i, '');
  const address = bare.split('/').map(encodeURIComponent).join('/') + (asked === '' ? '' : `?${asked}`);
  if (base === undefined || !URL.canParse(base)) return address;
  const root = new URL(base);
  const folder = root.pathname.endsWith('/') ? root.pathname : posix.dirname(root.pathname);
  return `${root.origin}${posix.join(folder, address)}`;
}

/** The one folder at the top of a copy that is named by a host. */
export function hostFolderOf(pages: readonly PageFile[]): string | undefined {
  const tops = new Set(pages.map(({ path }) => path.split('/', 1)[0] ?? ''));
  const [top = ''] = tops;
  return tops.size === 1 && pages.every(({ path }) => path.includes('/')) && /^(?:[a-z\d-]+\.)+[a-z]{2,}$/i.test(top)
    ? top
    : undefined;
}
