import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fingerprint, fingerprintOf } from '../../plan/fingerprint.ts';
import { COMPILED, PROGRAM } from '../../disk/project.ts';

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
  known ??= COMPILED === undefined ? readSources() : readCompiled(COMPILED);
  return known;
}

/** What runs it counts too, which is not always what compiled it. */
const RUNTIME = [process.version, process.versions['icu'] ?? '', process.versions['tz'] ?? ''];

function readCompiled(folder: string): ProgramVersion {
  const version = JSON.parse(readFileSync(join(folder, 'version.json'), 'utf8')) as ProgramVersion;
  return { ...version, program: fingerprintOf(version.program, ...RUNTIME) };
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
