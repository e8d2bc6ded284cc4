import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';

const SITE = 'http://site.test';
/** Long enough for animations to begin, and for what a script asks for. */
const SETTLING = 30;

/** Opens SVG files as documents of their own, without any policy, and says what they do that a drawing does not. */
export class SvgOpener {
  private readonly page: Page;
  private bytes: Buffer = Buffer.alloc(0);
  private address = '';
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
      if (url === opener.address) {
        await route.fulfill({ body: opener.bytes, contentType: 'image/svg+xml' });
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
    this.bytes = bytes;
    this.faults = [];
    this.address = `${SITE}/${name}.svg`;
    try {
      await page.goto(this.address, { waitUntil: 'load' });
      await page.mouse.move(9, 9);
      await page.mouse.click(5, 5);
      await wait(SETTLING);
      const hasRun = await page.evaluate(() => document.documentElement?.hasAttribute('data-ran'));
      if (hasRun) this.faults.push('runs a script');
      if (page.url() !== this.address && !page.url().startsWith(`${this.address}#`))
        this.faults.push(`leads to ${page.url()}`);
    } catch (fault) {
      // Only a file that leads away has its page go while it is looked at.
      this.faults.push(`cannot be looked at: ${fault instanceof Error ? fault.message.slice(0, 200) : fault}`);
    }
    return [...new Set(this.faults)];
  }
}
