import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import type { Served } from '../../browser/serve.ts';
import type { Sight, Travelled } from './journey.ts';

const LOOK = readFileSync(new URL('look.js', import.meta.url), 'utf8')
  .trim()
  .replace(/;$/, '');
/** Milliseconds that a page has for what it does after it is loaded, and after how many of them it is looked at: its scripts come when they come. */
const QUIET = 1000;
const LOOKED_AFTER = 700;
const SIGN = 'What the page shows: ';

/**
 * Opens an address in the WebKit of `wkhtmltopdf`, which can print and be looked at but not used.
 *
 * @param file Where its picture or print goes.
 */
export async function travelWkhtml(
  command: 'wkhtmltoimage' | 'wkhtmltopdf',
  address: string,
  file: string,
): Promise<Travelled> {
  const script = `setTimeout(function () { console.log(${JSON.stringify(SIGN)} + (${LOOK})); }, ${LOOKED_AFTER})`;
  const args = ['--debug-javascript', '--javascript-delay', String(QUIET), '--run-script', script];
  const window = command === 'wkhtmltoimage' ? ['--width', '1000'] : [];
  const said = await run(command, [...args, ...window, address, file]);
  // It prints `Warning: ADDRESS:LINE MESSAGE` for all that a page's scripts say, errors too.
  const [told, ...faults] = said
    .split(/[\r\n]/)
    .map((line) => line.replace(/^.*?(?=Warning: |Error: )/, ''))
    .filter((line) => /^(?:Warning|Error): /.test(line))
    .sort((a, b) => Number(b.includes(SIGN)) - Number(a.includes(SIGN)));
  if (told?.includes(SIGN) !== true) throw new Error(`${command} says nothing of ${address}:\n${said}`);
  const sight = JSON.parse(told.slice(told.indexOf(SIGN) + SIGN.length)) as Sight;
  const version = /AppleWebKit\/([\d.]+)/.exec(sight.userAgent)?.[1] ?? '';
  return { version, sights: [sight], requests: [], faults };
}

async function run(command: string, args: readonly string[]): Promise<string> {
  try {
    const { stderr } = await promisify(execFile)(command, args, {
      env: {
        ...process.env,
        QT_QPA_PLATFORM: 'offscreen',
        XDG_RUNTIME_DIR: process.env['XDG_RUNTIME_DIR'] ?? tmpdir(),
      },
    });
    return stderr;
  } catch (fault) {
    // Without the script that it was given, which says nothing of why.
    const { code, stderr } = fault as { readonly code?: unknown; readonly stderr?: string };
    throw new Error(
      `${command} does not start or stops halfway (${code}): on Debian \`apt-get install -y wkhtmltopdf\`, and run again\n${stderr}`,
    );
  }
}

/** Serves a site again, to an engine that cannot say that it is another browser: its scripts find that browser's name. */
export async function serveAsSeenBy(userAgent: string, { origin }: Served): Promise<Served> {
  const name = `<script>Object.defineProperty(navigator,"userAgent",{value:${JSON.stringify(userAgent)}})</script>`;
  const server = createServer(async ({ url = '/' }, response) => {
    const answer = await fetch(origin + url);
    const type = answer.headers.get('content-type') ?? '';
    const body = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, { 'content-type': type });
    response.end(type.startsWith('text/html') ? body.toString('utf8').replace('<head>', `<head>${name}`) : body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, close };
}
