import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { connectDevtools, type Devtools } from '../../legacy/engines/devtools.ts';

const NAMES = ['firefox-esr', 'firefox'];

/** The Firefox of the system, or the one at the path in `BROADSHEET_FIREFOX`. Fails where there is none. */
function findFirefox(): string {
  const own = process.env['BROADSHEET_FIREFOX'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = own ?? NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  if (found === undefined)
    throw new Error(
      'There is no Firefox: install it (`apt-get install firefox-esr`), or set BROADSHEET_FIREFOX to its path',
    );
  return found;
}

/** A page of a Firefox without a window, driven by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/). */
export class FirefoxPage {
  private readonly bidi: Devtools;
  private readonly context: string;
  readonly close: () => Promise<void>;

  private constructor(bidi: Devtools, context: string, close: () => Promise<void>) {
    this.bidi = bidi;
    this.context = context;
    this.close = close;
  }

  static async open(): Promise<FirefoxPage> {
    const profile = mkdtempSync(join(tmpdir(), 'broadsheet-firefox-'));
    const child = spawn(findFirefox(), [
      '--headless',
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port=0',
    ]);
    const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
    const address = await new Promise<string>((resolve, reject) => {
      let told = '';
      child.on('error', reject);
      child.on('close', () => reject(new Error(`Firefox ended, and said:\n${told}`)));
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        told += text;
        const [, found] = /WebDriver BiDi listening on (ws:\S+)/.exec(told) ?? [];
        if (found !== undefined) resolve(found);
      });
    });
    const bidi = await connectDevtools(`${address}/session`);
    await bidi.send('session.new', { capabilities: {} });
    const { contexts } = (await bidi.send('browsingContext.getTree')) as {
      readonly contexts: readonly { readonly context: string }[];
    };
    const close = async (): Promise<void> => {
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    };
    return new FirefoxPage(bidi, contexts[0]?.context ?? '', close);
  }

  async goto(url: string): Promise<void> {
    await this.bidi.send('browsingContext.navigate', { context: this.context, url, wait: 'complete' });
  }

  /** What an expression is in the page; a promise is waited for. It must be a text, a number, a flag, or nothing. */
  async evaluate(expression: string): Promise<unknown> {
    const answer = (await this.bidi.send('script.evaluate', {
      expression,
      target: { context: this.context },
      awaitPromise: true,
    })) as { readonly result?: { readonly value?: unknown }; readonly exceptionDetails?: { readonly text: string } };
    if (answer.exceptionDetails) throw new Error(`${expression}: ${answer.exceptionDetails.text}`);
    return answer.result?.value;
  }

  /** Waits until an expression is true, or an element. */
  async waitFor(expression: string): Promise<void> {
    while ((await this.evaluate(`Boolean(${expression})`)) !== true)
      await new Promise((resolve) => setTimeout(resolve, 50));
  }

  /** Clicks, as a mouse does, into the middle of the element that an expression finds, once it is there. */
  async click(element: string): Promise<void> {
    await this.waitFor(element);
    const middle = String(
      await this.evaluate(
        `(() => { const it = ${element}; it.scrollIntoView({ block: 'center' }); const { x, y, width, height } = it.getBoundingClientRect(); return Math.round(x + width / 2) + ' ' + Math.round(y + height / 2); })()`,
      ),
    );
    const [x = 0, y = 0] = middle.split(' ').map(Number);
    await this.act('pointer', [
      { type: 'pointerMove', x, y },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  /** Gives files to the field for files that an expression finds, as if somebody had chosen them. @param paths Absolute paths. */
  async setFiles(element: string, paths: readonly string[]): Promise<void> {
    const { result } = (await this.bidi.send('script.evaluate', {
      expression: element,
      target: { context: this.context },
      awaitPromise: false,
    })) as { readonly result: { readonly sharedId: string } };
    const { sharedId } = result;
    await this.bidi.send('input.setFiles', { context: this.context, element: { sharedId }, files: paths });
  }

  /** Types into what has the focus. */
  async type(text: string): Promise<void> {
    const keys = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.act('key', keys);
  }

  private async act(type: string, actions: readonly object[]): Promise<void> {
    await this.bidi.send('input.performActions', { context: this.context, actions: [{ type, id: type, actions }] });
  }
}
