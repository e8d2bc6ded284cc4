import { execFileSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const NODE_MODULES = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const require = createRequire(import.meta.url);
const PACKAGE = join(dirname(require.resolve('@sparticuz/chromium')), '../..');
const CHUNK = 2 ** 21;

/**
 * Playwright itself adds `--headless`, `--no-sandbox`, `--disable-background-networking` and the like. Pages of a site share a
 * process, which has the site's scripts, and those that tests bring, compiled.
 */
const ARGUMENTS = ['--disable-gpu', '--process-per-site'];

/** Raised when something else is unpacked. */
const FORM = 2;

/** The packed font folder has Latin letters only, and its own settings name folders of Amazon's machines. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>${NODE_MODULES}@expo-google-fonts/noto-sans-arabic/400Regular</dir>
  <dir>${NODE_MODULES}@expo-google-fonts/noto-sans-arabic/700Bold</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * Starts the browser that `npm ci` brings: a headless Chromium with the libraries and fonts that it needs, so that no
 * package of the system is. There is no way past it: where it does not start, the test fails.
 *
 * @param further Arguments beside those that all have.
 */
export async function launchChromium(...further: readonly string[]): Promise<Browser> {
  const args = [...ARGUMENTS, ...further];
  const own = process.env['BROADSHEET_CHROMIUM'];
  if (own !== undefined) return chromium.launch({ executablePath: own, args, timeout: 0 });
  const { platform, arch } = process;
  if (platform !== 'linux' || arch !== 'x64') {
    throw new Error(
      `The browser of @sparticuz/chromium runs on Linux x64, not on ${platform} ${arch}: set BROADSHEET_CHROMIUM to the path of a Chromium`,
    );
  }
  const folder = await unpack();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args,
    timeout: 0,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      XDG_CACHE_HOME: join(folder, 'cache'),
    },
  });
}

/** Unpacks the browser, unless that was done before, and gives the path of its folder. */
async function unpack(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const name = `${version}-${FORM}`;
  const folders = [join(NODE_MODULES, '.cache/chromium', name), join(ownTemporaryFolder(), name)];
  const ready = folders.find((folder) => existsSync(folder) && isOwn(dirname(folder)));
  if (ready !== undefined) return ready;
  const folder = folders.find(canBeMade);
  if (folder === undefined)
    throw new Error(`No folder can be written for the browser, neither ${folders.join(' nor ')}`);
  const aside = `${folder}-${process.pid}`;
  try {
    await unpackTo(aside);
    putInPlace(aside, folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return folder;
}

function ownTemporaryFolder(): string {
  return join(tmpdir(), `broadsheet-chromium-${process.getuid?.()}`);
}

/** Whether a folder can be made at a path. */
function canBeMade(folder: string): boolean {
  const parent = dirname(folder);
  try {
    mkdirSync(parent, { recursive: true, mode: parent === ownTemporaryFolder() ? 0o700 : 0o755 });
    if (!isOwn(parent)) return false;
    mkdirSync(`${folder}-${process.pid}`);
    return true;
  } catch {
    return false;
  }
}

/** What another user left in the temporary folder, which is everybody's, is not run. */
function isOwn(folder: string): boolean {
  return folder !== ownTemporaryFolder() || lstatSync(folder).uid === process.getuid?.();
}

async function unpackTo(folder: string): Promise<void> {
  mkdirSync(join(folder, 'cache'), { recursive: true });
  for (const archive of ['al2023', 'fonts']) {
    const tar = brotliDecompressSync(readFileSync(join(PACKAGE, `bin/${archive}.tar.br`)));
    execFileSync('tar', ['-xf', '-', '--no-same-owner', '-C', folder], { input: tar });
  }
  writeFileSync(join(folder, 'fonts.conf'), FONTS);
  await pipeline(
    createReadStream(join(PACKAGE, 'bin/chromium.br'), { highWaterMark: CHUNK }),
    createBrotliDecompress({ chunkSize: CHUNK }),
    createWriteStream(join(folder, 'chromium'), { mode: 0o755 }),
  );
}

/** Another test may have put the same browser in place meanwhile. */
function putInPlace(aside: string, folder: string): void {
  try {
    renameSync(aside, folder);
  } catch (fault) {
    if (!existsSync(folder)) throw fault;
  }
}
