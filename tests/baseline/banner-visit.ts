import { JSDOM } from 'jsdom';
import { settleBanner } from '../../src/baseline/banner.ts';
import { makeBannerScript } from '../../src/assets/assets.ts';
import type { Keys } from '../newsroom/manuscript.ts';
import { aSite } from '../newsroom/site.ts';

const ID = 'unsupported-browser-banner';
const IE_8 = 'Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; Trident/4.0)';
const PAGE =
  '<header><a class="skip-link" href="#content">Skip</a><p><a href="/">The Ledger</a></p></header><main id="content" tabindex="-1"><p>Text</p></main>';

/** A browser's window with a page in it. */
export type Window = JSDOM['window'];

/** What a page is opened with: a site, a browser and a page, each as plain as can be unless it says otherwise. */
export interface Visit {
  readonly keys?: Keys;
  readonly languages?: readonly string[];
  readonly lang?: string;
  readonly userAgent?: string;
  readonly body?: string;
  /** Takes from the window what the browser does not have. */
  readonly strip?: (window: Window) => void;
}

/** The script of the banner of a site. */
export function scriptOf({ keys = {}, languages = ['en'] }: Visit): string {
  return makeBannerScript(settleBanner(aSite(keys), '(height:1dvh)', languages)).text;
}

/** A page on which the banner's script has run. */
export async function open(visit: Visit = {}): Promise<Window> {
  const { lang = ' lang="en"', userAgent = IE_8, body = PAGE } = visit;
  const dom = new JSDOM(`<!doctype html><html${lang}><head></head><body>${body}</body></html>`, {
    url: 'https://ledger.example/2026/11/23/a/',
    runScripts: 'outside-only',
    pretendToBeVisual: true,
  });
  await new Promise((resolve) => dom.window.addEventListener('load', resolve));
  Object.defineProperty(dom.window.navigator, 'userAgent', { value: userAgent });
  visit.strip?.(dom.window);
  dom.window.eval(scriptOf(visit));
  return dom.window;
}

/** The banner on a page, if it is there. */
export function bannerOf({ document }: Window): HTMLElement | null {
  return document.getElementById(ID);
}

/** Presses the banner's button. */
export function dismiss(window: Window): void {
  bannerOf(window)?.getElementsByTagName('button')[0]?.click();
}

/** How many banners a page has. */
export function countBanners({ document }: Window): number {
  return document.querySelectorAll(`#${ID}`).length;
}
