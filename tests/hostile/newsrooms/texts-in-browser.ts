import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { DIALECTS } from '../../../src/domain/site/dialects.ts';
import { asHtml } from '../../../src/domain/html.ts';
import { fillSlots, slotFor } from '../../../src/markdown/slots.ts';
import { launchChromium } from '../../browser/chromium.ts';
import { renderedText } from '../../newsroom/rendered-text.ts';
import { findAmong } from '../in-halves.ts';
import type { HostileKind } from '../kinds.ts';
import { Random } from '../random.ts';
import { hostileBody, hostileCaptions, hostileRows } from './hostile-bodies.ts';
import { hostileText } from './hostile-words.ts';

/** Texts of stories, with HTML, directives and all dialects, many of them in one page of a browser without any policy. */
export const texts: HostileKind = {
  name: 'texts',
  begin: async () => {
    const browser = await launchChromium();
    const opener = await TextOpener.begin(browser);
    return {
      faultsOf: (seed) => faultsOfTexts([seed], opener),
      together: { most: 50, faultsOfAll: (seeds) => faultsOfTexts(seeds, opener) },
      end: () => browser.close(),
    };
  },
};

/** What the texts of some seeds do, each with the HTML that is printed of it. */
export async function faultsOfTexts(seeds: readonly number[], opener: TextOpener): Promise<readonly string[]> {
  const printed = seeds.map((seed) => ({ seed, html: printedOf(seed) }));
  const isWrong = async (some: typeof printed): Promise<boolean> =>
    (await opener.faultsOf(some.map(({ html }) => html))).length > 0;
  const found: string[] = [];
  for (const group of await findAmong(printed, (some) => isWrong([...some]))) {
    const pieces = group.map(({ html }) => html);
    const seedsOf = group.map(({ seed }) => seed).join(', ');
    found.push(`seed ${seedsOf}: ${(await opener.faultsOf(pieces)).join(', ')}\n${pieces.join('\n')}`);
  }
  return found;
}

const ALL_DIALECTS = { markdown: Object.fromEntries(DIALECTS.map((name) => [name, true])) };

/** What a page would have of the text of a seed. */
function printedOf(seed: number): string {
  const random = new Random(seed);
  const { html } = renderedText(hostileBody(random), {
    site: ALL_DIALECTS,
    language: random.one(['en', 'de', 'fr', 'ar']),
    media: {
      'bridge.jpg': [1200, 800],
      'map.svg': [640, 480],
      'bells.mp3': 'file',
      'a.csv': { text: hostileRows(random) },
      'a.vtt': { text: hostileCaptions(random) },
      'a.txt': { text: hostileText(random) },
    },
  });
  return fillSlots(html, (part, index) => {
    if (part === 'close') return asHtml('</a>');
    // What is opened and not closed is the card of a story.
    return asHtml(html.includes(slotFor('close', index)) ? '<a href="/x/">' : '<div class="card"></div>');
  });
}

const SITE = 'http://site.test';
const SETTLING = 20;

/** Shows pieces of HTML in one page, each in an element of its own, and says what they do beyond being read. */
export class TextOpener {
  private readonly page: Page;
  private body = '';
  private faults: string[] = [];

  private constructor(page: Page) {
    this.page = page;
  }

  static async begin(browser: Browser): Promise<TextOpener> {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    const opener = new TextOpener(page);
    page.on('dialog', (dialog) => void dialog.dismiss());
    page.on('popup', () => opener.faults.push('opens a window'));
    await page.route('**/*', async (route) => {
      const url = new URL(route.request().url());
      if (url.href === `${SITE}/`) return route.fulfill({ body: opener.body, contentType: 'text/html; charset=utf-8' });
      // Pictures and recordings of the site itself are part of a text.
      if (url.origin !== SITE || !url.pathname.startsWith('/media/'))
        opener.faults.push(`asks for ${url.href.slice(0, 100)}`);
      return route.abort();
    });
    return opener;
  }

  async faultsOf(pieces: readonly string[]): Promise<readonly string[]> {
    this.faults = [];
    const articles = pieces.map((piece) => `<article data-piece>${piece}</article>`).join('\n');
    this.body = `<!doctype html><title>Texts</title><main>${articles}</main><footer id="after">After</footer>`;
    try {
      await this.page.goto(`${SITE}/`, { waitUntil: 'load' });
      const isWhole = await this.page.evaluate(() => {
        const around = [...document.querySelectorAll('body > *')].map(({ localName }) => localName).join();
        const isApart = document.querySelectorAll('main > article[data-piece]').length;
        const total = document.querySelectorAll('article').length;
        for (const article of document.querySelectorAll('article')) {
          const { innerHTML } = article;
          // As scripts and other sanitisers do, whatever they read in what.
          for (const name of ['div', 'template', 'table', 'svg', 'p']) {
            const again = document.createElement(name);
            again.innerHTML = innerHTML;
            document.body.append(again);
            again.remove();
          }
        }
        for (const element of document.querySelectorAll('main *')) {
          for (const type of ['focus', 'mouseover', 'pointerenter', 'toggle', 'error', 'load'])
            element.dispatchEvent(new Event(type));
        }
        return around === 'main,footer' && document.title === 'Texts' ? [isApart, total] : [-1, total];
      });
      await wait(SETTLING);
      if (isWhole.some((count) => count !== pieces.length))
        this.faults.push(`breaks out of its place (${isWhole.join()})`);
      if (await this.page.evaluate(() => '__pwned' in window)) this.faults.push('runs a script');
      if (this.page.url() !== `${SITE}/`) this.faults.push(`leads to ${this.page.url()}`);
    } catch (fault) {
      this.faults.push(`cannot be looked at: ${(fault as Error).message.slice(0, 200)}`);
    }
    return [...new Set(this.faults)];
  }
}
