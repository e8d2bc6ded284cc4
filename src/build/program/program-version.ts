import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fingerprint, fingerprintOf, fingerprintOfBytes } from '../../plan/fingerprint.ts';
import { bundledFiles, layoutTemplates, templateFiles } from '../../disk/layouts/templates.ts';
import { ContentChangedError } from '../rendering/content-faults.ts';
import { COMPILED, HAS_OWN_FOLDER, OWN_LAYOUTS, PROGRAM } from '../../disk/project.ts';

/** What pages are made by, beside their content. Each changes with the files that it stands for, not with their times. */
export interface ProgramVersion {
  /**
   * Everything but the layouts of pages: Broadsheet, the layouts that it prints the texts of stories with
   * (`layouts/directives/` and what they import), what it is made with, and Node with its languages and time zones.
   */
  readonly program: Fingerprint;
  /** Each layout of `layouts/` with all that it imports from there. */
  readonly layouts: Readonly<Record<string, Fingerprint>>;
  /** All of `layouts/`. */
  readonly allLayouts: Fingerprint;
}

let known: ProgramVersion | undefined;

/** The version of the program that runs: as it was noted when it was compiled, or of the sources where it was not. */
export function programVersion(): ProgramVersion {
  known ??= readVersion();
  return known;
}

function readVersion(): ProgramVersion {
  return withTemplates(COMPILED === undefined ? readSources() : readCompiled(COMPILED));
}

/**
 * Makes sure that what a newsroom has in its layouts beside components, which is read while pages are made, still is as it was when they
 * were begun with.
 *
 * @throws {@link ContentChangedError} If it is not: then the next call of {@link programVersion} tells what it is now.
 */
export function demandSameLayouts(): void {
  if (!HAS_OWN_FOLDER || known === undefined || readVersion().allLayouts === known.allLayouts) return;
  known = undefined;
  throw new ContentChangedError('layouts/');
}

/** What stands around a template that says `layout: document`. */
const AROUND_TEMPLATES = 'document';

/**
 * Templates are read when pages are printed, and no compiler says which files one includes: each layout that is one stands for all
 * files that one may.
 */
function withTemplates(version: ProgramVersion): ProgramVersion {
  const bundled = HAS_OWN_FOLDER ? bundledFiles() : [];
  const files = templateFiles();
  if (bundled.length + files.length === 0) return version;
  const ofTemplate = fingerprintOf(...textsOf(files), version.layouts[AROUND_TEMPLATES] ?? '');
  const ofTemplates = Object.fromEntries([...layoutTemplates().keys()].map((name) => [name, ofTemplate]));
  return {
    ...version,
    layouts: Object.assign(Object.create(version.layouts), ofTemplates),
    // A newsroom that has no components runs the program that was shipped, which knows nothing of its styles and scripts either.
    allLayouts: fingerprintOf(version.allLayouts, ...textsOf([...bundled, ...files])),
  };
}

function textsOf(files: readonly string[]): readonly string[] {
  return files.flatMap((path) => [path, fingerprintOfBytes(readFileSync(join(OWN_LAYOUTS, path)))]);
}

/** What runs it counts too, which is not always what compiled it. */
const RUNTIME = [process.version, process.versions['icu'] ?? '', process.versions['tz'] ?? ''];

function readCompiled(folder: string): ProgramVersion {
  const text = readFileSync(join(folder, 'version.json'), 'utf8');
  const { apart, ...version } = JSON.parse(text) as ProgramVersion & { readonly apart: Fingerprint };
  return { ...version, program: fingerprintOf(version.program, apart, ...RUNTIME) };
}

/** Without a compiler nobody knows which layouts the program or a layout imports, so each stands for all of them. */
function readSources(): ProgramVersion {
  const allLayouts = versionOfFolder('layouts');
  const lock = readFileSync(join(PROGRAM, 'package-lock.json'), 'utf8');
  const settings = readFileSync(join(PROGRAM, '.eleventy.ts'), 'utf8');
  const program = fingerprintOf(...RUNTIME, lock, settings, versionOfFolder('src'), allLayouts);
  const layouts = new Proxy({}, { get: () => allLayouts });
  return { program, layouts, allLayouts };
}

function versionOfFolder(folder: string): Fingerprint {
  const paths = readdirSync(join(PROGRAM, folder), { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((path) => /\.\w+$/.test(path));
  return fingerprintOf(...files.flatMap((path) => [path, readFileSync(join(PROGRAM, folder, path), 'utf8')]));
}
