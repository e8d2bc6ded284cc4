import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';

const SITE = 'http://site.test';
/** Long enough for animations to begin, and for what a script asks for. */
const SETTLING = 30;
/** The sides of a drawing among others, in pixels; where it is clicked. */
const SIDE = 40;
const CLICKED = 5;
const IN_A_ROW = 25;

/** A drawing, by the name of its file. */
export interface Drawing {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Opens SVG files as documents of their own, without any policy, and says what they do that a drawing does not. */
export class SvgOpener {
  private readonly page: Page;
  private files = new Map<string, { readonly body: Buffer | string; readonly contentType: string }>();
  private faults: string[] = [];

  private constructor(page: Page) {
    this.page = page;
  }

  static async begin(browser: Browser): Promise<SvgOpener> {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    const opener = new SvgOpener(page);
    page.on('dialog', (dialog) => void dialog.dismiss());
    page.on('popup', (popup) => opener.faults.push(`opens ${popup.url()}`));
    await page.route('**/*', async (route) => {
      const url = route.request().url();
      const file = opener.files.get(url);
      if (file) {
        await route.fulfill(file);
      } else {
        opener.faults.push(`asks for ${url.slice(0, 100)}`);
        await route.abort();
      }
    });
    return opener;
  }

  /** What a file does beyond drawing. */
  async open(bytes: Buffer, name: string): Promise<readonly string[]> {
    const { page } = this;
    const address = addressOf(name);
    this.serve([{ name, bytes }]);
    try {
      await page.goto(address, { waitUntil: 'load' });
      await page.mouse.move(9, 9);
      await page.mouse.click(CLICKED, CLICKED);
      await wait(SETTLING);
      const hasRun = await page.evaluate(() => document.documentElement?.hasAttribute('data-ran'));
      if (hasRun) this.faults.push('runs a script');
      if (page.url() !== address && !page.url().startsWith(`${address}#`)) this.faults.push(`leads to ${page.url()}`);
    } catch (fault) {
      // Only a file that leads away has its page go while it is looked at.
      this.faults.push(`cannot be looked at: ${fault instanceof Error ? fault.message.slice(0, 200) : fault}`);
    }
    return [...new Set(this.faults)];
  }

  /** Whether any of many files, each in a frame of one page, does something beyond drawing. */
  async doAnyHarm(drawings: readonly Drawing[]): Promise<boolean> {
    const { page } = this;
    this.serve(drawings);
    const frames = drawings.map(({ name }) => `<iframe src="${addressOf(name)}"></iframe>`).join('');
    const style = `body{margin:0;font-size:0;width:${IN_A_ROW * SIDE}px}iframe{border:0;width:${SIDE}px;height:${SIDE}px}`;
    this.files.set(SHEET, { body: `<!doctype html><style>${style}</style>${frames}`, contentType: 'text/html' });
    try {
      await page.goto(SHEET, { waitUntil: 'load' });
      for (const index of drawings.keys()) {
        const [left, top] = [(index % IN_A_ROW) * SIDE, Math.floor(index / IN_A_ROW) * SIDE];
        await page.mouse.click(left + CLICKED, top + CLICKED);
      }
      await wait(SETTLING);
      const bad = await page.evaluate(
        () =>
          [...document.querySelectorAll('iframe')].filter(({ src, contentWindow }) => {
            const { location, document: inside } = contentWindow ?? {};
            return location?.href.replace(/#.*/, '') !== src || inside?.documentElement?.hasAttribute('data-ran');
          }).length,
      );
      return bad > 0 || this.faults.length > 0 || page.url() !== SHEET;
    } catch {
      return true;
    }
  }

  private serve(drawings: readonly Drawing[]): void {
    this.faults = [];
    this.files = new Map(
      drawings.map(({ name, bytes }) => [addressOf(name), { body: bytes, contentType: 'image/svg+xml' }]),
    );
  }
}

const SHEET = `${SITE}/sheet.html`;

function addressOf(name: string): string {
  return `${SITE}/${name}.svg`;
}
