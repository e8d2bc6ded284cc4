import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { keptFolder } from './kept-folder.ts';
import { unpackBrotliTar } from './unpack-brotli.ts';

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
