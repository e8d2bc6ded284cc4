import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from './engines.ts';
import { fetchPackage } from './fetch-package.ts';
import { keptFolder } from './kept-folder.ts';
import { unpackBrotli, unpackBrotliTar } from './unpack-brotli.ts';

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
