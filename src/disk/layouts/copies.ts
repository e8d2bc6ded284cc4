import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fingerprint, fingerprintOf } from '../../plan/fingerprint.ts';
import { filesIn } from '../files.ts';
import { PROGRAM } from '../project.ts';

/** Where a copy of one of Broadsheet's files comes from, as its first line says. */
export interface CopyMark {
  /** The version of Broadsheet. */
  readonly version: string;
  /** Of the file that was copied: `layouts/parts/card.tsx`. */
  readonly path: string;
  /** Of its text. */
  readonly fingerprint: Fingerprint;
}

/** One of Broadsheet's own files, as it is today. */
export interface Original {
  readonly mark: CopyMark;
  /** Its text as it stands in a newsroom's folder. */
  readonly text: string;
}

/** Paths of Broadsheet's files that a newsroom can have a copy of, in order. */
export function originalPaths(): readonly string[] {
  const files = filesIn(join(PROGRAM, 'layouts')).map((path) => `layouts/${path}`);
  return files.filter((path) => /\.(?:tsx|css|js)$/.test(path)).sort();
}

/** One of Broadsheet's files, if there is one of this path. */
export function originalAt(path: string): Original | undefined {
  const file = join(PROGRAM, path);
  if (!originalPaths().includes(path) || !existsSync(file)) return undefined;
  const text = withLineFeeds(readFileSync(file, 'utf8'));
  const mark = { version: currentVersion(), path, fingerprint: fingerprintOf(text) };
  return { mark, text: path.endsWith('.tsx') ? withPackageImports(text) : text };
}

/** The version of Broadsheet that runs. */
function currentVersion(): string {
  const { version } = JSON.parse(readFileSync(join(PROGRAM, 'package.json'), 'utf8')) as { readonly version: string };
  return version;
}

/** The first line of a copy: a comment in TSX, CSS and JavaScript alike. */
export function printMark({ version, path, fingerprint }: CopyMark): string {
  return `/* Copied from Broadsheet ${version} (${path}, ${fingerprint}); \`npx broadsheet check\` tells when that changes. */`;
}

const MARK = /^\/\* Copied from Broadsheet (\S{1,100}) \((layouts\/\S{1,300}), ([\w-]{16})\)/;

/** What the first line of a file says of where it was copied from, if it was. */
export function readMark(text: string): CopyMark | undefined {
  const [, version, path, fingerprint] = MARK.exec(text.slice(0, 500)) ?? [];
  if (version === undefined || path === undefined || fingerprint === undefined) return undefined;
  return { version, path, fingerprint: fingerprint as Fingerprint };
}

/** A text without its mark. */
export function withoutMark(text: string): string {
  return text.slice(text.indexOf('\n') + 1);
}

/**
 * Has a component name what is outside of `layouts/` by the package. What it imports of other layouts stays: a newsroom's own takes the place of
 * ours there, too. Styles and scripts import what lies beside them only, or is put there.
 */
function withPackageImports(text: string): string {
  return text.replace(/(\bfrom |\bimport\(|^import )(['"])(?:\.\.\/)+src\//gm, '$1$2broadsheet/src/');
}

/** A text whose lines end as ours do. */
export function withLineFeeds(text: string): string {
  return text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
}
