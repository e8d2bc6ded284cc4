import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connectDevtools, type Devtools } from './devtools.ts';
import { engineFolder, librariesFolder } from './engine-folder.ts';
import type { Engine } from './engines.ts';

/** An engine that is open at an empty page. */
export interface Started {
  readonly page: Devtools;
  readonly close: () => Promise<void>;
  /** Fails when the engine stops of itself, so that nobody waits for it. */
  readonly stopped: Promise<never>;
}

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-extensions',
  '--no-first-run',
  '--hide-scrollbars',
  '--remote-debugging-port=0',
  // Else a page sees that no reader is there.
  '--disable-blink-features=AutomationControlled',
];
/** Milliseconds; a guard against a process that hangs. */
const HANG = 120_000;
const PAUSE = 100;

/** Starts an old Chromium with a profile of its own, which is thrown away at the end. */
export async function startChromium(engine: Engine): Promise<Started> {
  const [folder, libraries] = [await engineFolder(engine), await librariesFolder()];
  const profile = mkdtempSync(join(tmpdir(), 'broadsheet-engine-'));
  const child = spawn(join(folder, 'engine'), [...ARGUMENTS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: profile,
      LD_LIBRARY_PATH: [libraries, folder].map((of) => join(of, 'lib')).join(':'),
      FONTCONFIG_FILE: join(libraries, 'fonts.conf'),
    },
  });
  const close = async (): Promise<void> => {
    await ended(child);
    // Its other processes end a little later, and write until then.
    await rm(profile, { recursive: true, force: true, maxRetries: 20 });
  };
  try {
    const page = await connectDevtools(await pageOf(await portOf(child)));
    return { page, close, stopped: stopped(child) };
  } catch (fault) {
    await close();
    throw new Error(
      `${engine.name} ${engine.version} (${folder}/engine) does not start: see what \`ldd\` says is missing; if it is broken, delete the folder and run again`,
      { cause: fault },
    );
  }
}

/** Chromium prints the port that it chose. */
function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const give = (why: string): void => reject(new Error(`${why}:\n${said}`));
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const port = /DevTools listening on ws:\/\/[^/]+:(\d+)\//.exec(said)?.[1];
      if (port !== undefined) resolve(port);
    });
    child.on('error', reject);
    // After `exit` there may still be something to read.
    child.on('close', (code, signal) => give(`It ended with ${code ?? signal}`));
    setTimeout(() => give(`It said no port in ${HANG / 1000} s`), HANG).unref();
  });
}

/** The address of the empty page's protocol. The port may be open a moment before the page is. */
async function pageOf(port: string): Promise<string> {
  for (let left = HANG; left > 0; left -= PAUSE) {
    const response = await fetch(`http://127.0.0.1:${port}/json/list`);
    const targets = (await response.json()) as readonly { type: string; webSocketDebuggerUrl: string }[];
    const page = targets.find(({ type }) => type === 'page');
    if (page !== undefined) return page.webSocketDebuggerUrl;
    await wait(PAUSE);
  }
  throw new Error(`It opened no page in ${HANG / 1000} s`);
}

function stopped(child: ChildProcess): Promise<never> {
  const fails = new Promise<never>((_resolve, reject) => {
    child.on('exit', (code, signal) => reject(new Error(`The engine stopped halfway with ${code ?? signal}`)));
  });
  // To be closed is no fault.
  fails.catch(() => undefined);
  return fails;
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      resolve();
      return;
    }
    child.on('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
