import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { engineFolder } from '../engines/engine-folder.ts';
import type { Engine } from '../engines/engines.ts';
import { startChromium } from '../engines/start-chromium.ts';
import type { Journey, Travelled } from './journey.ts';
import { travelChromium } from './travel-chromium.ts';

/** Starts an engine, goes on a journey in it and closes it. */
export async function travel(engine: Engine, journey: Journey): Promise<Travelled> {
  if (engine.name === 'WebKit') return travelPhantom(engine, journey);
  const { page, close, stopped } = await startChromium(engine);
  try {
    return await Promise.race([travelChromium(page, journey), stopped]);
  } finally {
    await close();
  }
}

const [SCRIPT, LOOK] = ['phantom.js', 'look.js'].map((file) => fileURLToPath(new URL(file, import.meta.url)));
/** Milliseconds; a guard against a process that hangs. */
const HANG = 300_000;

/** Goes on a journey in an engine of PhantomJS, which has no storage from before. */
async function travelPhantom(engine: Engine, journey: Journey): Promise<Travelled> {
  const folder = await engineFolder(engine);
  const own = mkdtempSync(join(tmpdir(), 'broadsheet-phantom-'));
  const [file, result] = [join(own, 'journey.json'), join(own, 'travelled.json')];
  mkdirSync(join(own, 'storage'));
  writeFileSync(file, JSON.stringify(journey));
  const args = [`--local-storage-path=${join(own, 'storage')}`, `--cookies-file=${join(own, 'cookies')}`];
  try {
    await promisify(execFile)(join(folder, 'engine'), [...args, String(SCRIPT), file, String(LOOK), result], {
      // What the machine has set otherwise, of OpenSSL above all, is not for a program of 2014.
      env: { HOME: own, PATH: process.env['PATH'], OPENSSL_CONF: '/dev/null' },
      maxBuffer: 2 ** 26,
      timeout: HANG,
    });
    return JSON.parse(readFileSync(result, 'utf8')) as Travelled;
  } catch (fault) {
    throw new Error(
      `${engine.name} ${engine.version} (${folder}/engine) does not start or stops halfway: see what \`ldd\` says is missing, on Debian \`apt-get install -y libfontconfig1 libfreetype6\`; if it is broken, delete the folder and run again`,
      { cause: fault },
    );
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}
