import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PROGRAM, requireInProgram } from '../../disk/project.ts';
import { makeTemporaryFolder } from '../../disk/temporary-folder.ts';
import { escapeXml } from '../../formats/xml.ts';
import { type Fingerprint, fingerprintOf, fingerprintOfBytes } from '../../plan/fingerprint.ts';
import { loadSharp } from './sharp.ts';

/** The family, as Pango is asked for it. */
export const FONT = 'Noto Sans Bold';

/** Its files, in packages that only who works on Broadsheet installs: all weights are 17 MB. */
const FILES = [
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
];

/** What a package has of these, made by `src/build/package/prepare-package.ts`. */
const SHIPPED = join(PROGRAM, 'dist/fonts');

/** The absolute paths of the files. */
export function fontFiles(): readonly string[] {
  return FILES.map((file) => (existsSync(SHIPPED) ? join(SHIPPED, basename(file)) : installedFile(file)));
}

function installedFile(file: string): string {
  try {
    return requireInProgram.resolve(file);
  } catch (fault) {
    const name = file.split('/').slice(0, 2).join('/');
    throw new Error(`The package ${name} is not installed; run \`npm install\` again`, { cause: fault });
  }
}

let fingerprint: Fingerprint | undefined;

/** Changes with the fonts. */
export function fingerprintOfFonts(): Fingerprint {
  fingerprint ??= fingerprintOf(...fontFiles().map((file) => fingerprintOfBytes(readFileSync(file))));
  return fingerprint;
}

let loading: Promise<unknown> | undefined;

/** Makes these the only fonts of what draws texts: a card is the same, whatever fonts the machine has. */
export async function loadFonts(): Promise<void> {
  loading ??= load();
  await loading;
}

async function load(): Promise<void> {
  const folder = makeTemporaryFolder('fonts');
  const before = process.env[SETTINGS];
  try {
    const settings = join(folder, 'fonts.conf');
    writeFileSync(settings, printSettings(fontFiles().map(dirname)));
    process.env[SETTINGS] = settings;
    // The first text makes fontconfig read its settings.
    await loadSharp()({ text: { text: 'n', font: FONT } })
      .raw()
      .toBuffer();
  } finally {
    if (before === undefined) delete process.env[SETTINGS];
    else process.env[SETTINGS] = before;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where fontconfig looks for its settings (fonts.conf, “Environment variables”). */
const SETTINGS = 'FONTCONFIG_FILE';

function printSettings(folders: readonly string[]): string {
  const dirs = [...new Set(folders)].map((folder) => `<dir>${escapeXml(folder)}</dir>`);
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs.join('')}</fontconfig>`;
}
