import { readFileSync, statSync } from 'node:fs';
import { escapeHtml } from '../../../domain/html.ts';
import { addSources, inlineSources } from '../../../formats/content-policy.ts';
import type { PreviewFile } from '../../preview-edition.ts';
import type { Look } from './view-links.ts';

/** How a page, or a stylesheet of it, is made for a frame. */
export interface PageLook extends Pick<Look, 'scheme' | 'isOldBrowser'> {
  /** Whether its scrollbar takes no room, as on phones and tablets. */
  readonly isTouched: boolean;
}

/** The parameter of pages and stylesheets of the site that says how they are made; no page of a site has one of this name. */
const PARAMETER = 'broadsheet-look';
const NOTHING = 'plain';
const OLD = 'old';
const TOUCHED = 'touched';
/** A stylesheet that is longer is left as it is, in bytes. */
const LONGEST_STYLES = 5_000_000;

/** The address of a page as it stands in a frame. */
export function framedAddress(path: string, look: PageLook): string {
  return `${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}?${PARAMETER}=${nameOf(look)}`;
}

function nameOf({ scheme, isOldBrowser, isTouched }: PageLook): string {
  const names = [
    ...(scheme === undefined ? [] : [scheme]),
    ...(isOldBrowser ? [OLD] : []),
    ...(isTouched ? [TOUCHED] : []),
  ];
  return names.join('-') || NOTHING;
}

/** How a page is to be made; nothing where the address does not say that it is for a frame. */
export function lookOf(query: URLSearchParams): PageLook | undefined {
  const names = query.get(PARAMETER)?.split('-');
  if (!names) return undefined;
  const scheme = (['light', 'dark'] as const).find((name) => names.includes(name));
  return { scheme, isOldBrowser: names.includes(OLD), isTouched: names.includes(TOUCHED) };
}

/** A page or a stylesheet as it is with a look. All other files are as they are. */
export function withLook(file: PreviewFile, look: PageLook): PreviewFile {
  const { scheme } = look;
  if (file.kind === 'redirect') return file;
  if (file.kind === 'text' && file.type.startsWith('text/html')) {
    const coloured = scheme === undefined ? file.text : pageWithScheme(file.text, scheme);
    const touched = look.isTouched ? withStyle(coloured, ':root{scrollbar-width:none}') : coloured;
    return { ...file, text: look.isOldBrowser ? inOldBrowser(touched) : touched };
  }
  if (scheme === undefined || !file.type.startsWith('text/css')) return file;
  const styles = stylesOf(file);
  return styles === undefined ? file : { kind: 'text', type: file.type, text: stylesWithScheme(styles, scheme) };
}

function stylesOf(file: Exclude<PreviewFile, { readonly kind: 'redirect' }>): string | undefined {
  if (file.kind === 'text') return file.text;
  if (file.kind === 'bytes') return Buffer.from(file.bytes).toString('utf8');
  return statSync(file.diskPath).size > LONGEST_STYLES ? undefined : readFileSync(file.diskPath, 'utf8');
}

type Scheme = 'light' | 'dark';

/** What a stylesheet asks of the system, and what it says of itself: both are answered by the scheme. */
function stylesWithScheme(css: string, scheme: Scheme): string {
  return mediaWithScheme(css, scheme)
    .replace(/(?<![\w-])color-scheme\s*:\s*(?:light\s+dark|dark\s+light|normal)/gi, `color-scheme:${scheme}`)
    .replace(/(@import\s+(?:url\(\s*)?["']?)(\/?[^"')\s;:]+\.css)/gi, (_, before: string, address: string) => {
      return `${before}${address}?${PARAMETER}=${scheme}`;
    });
}

/** Conditions of media that are always true stand for the scheme, and such as never are for the other. */
function mediaWithScheme(text: string, scheme: Scheme): string {
  return text.replace(/\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi, (_, asked: string) =>
    asked.toLowerCase() === scheme ? '(min-width:0)' : '(max-width:-1px)',
  );
}

/** What of a page depends on the scheme: its styles, its links to such, its pictures, and what it says of itself. */
const SCHEMED =
  /<style(?=[\s>])[\s\S]*?(?:<\/style>|$)|<(?:link|source|meta)(?=[\s/>])(?:[^"'<>]|"[^"<]*"|'[^'<]*')*>/gi;

function pageWithScheme(html: string, scheme: Scheme): string {
  const changed = new Set<string>();
  const text = html.replace(SCHEMED, (element) => {
    if (!/^<style/i.test(element)) return tagWithScheme(element, scheme);
    const styles = stylesWithScheme(element, scheme);
    if (styles !== element) changed.add(contentOf(styles));
    return styles;
  });
  const sources = inlineSources(text, (one) => changed.has(one));
  const coloured = addSources(text, { 'style-src': sources['style-src'] ?? [] });
  return withStyle(coloured, `:root{color-scheme:${scheme}!important}`);
}

/** A page with a style of ours before its own. */
function withStyle(html: string, css: string): string {
  const style = `<style>${css}</style>`;
  return addSources(intoHead(html, style), inlineSources(style));
}

function contentOf(element: string): string {
  return element.replace(/^<style(?:[^"'<>]|"[^"<]*"|'[^'<]*')*>/i, '').replace(/<\/style>$/i, '');
}

function tagWithScheme(tag: string, scheme: Scheme): string {
  const answered = mediaWithScheme(tag, scheme);
  if (/^<meta/i.test(tag))
    return /name\s*=\s*["']?color-scheme/i.test(tag) ? `<meta name="color-scheme" content="${scheme}">` : answered;
  if (!/^<link/i.test(tag) || !/rel\s*=\s*["']?stylesheet/i.test(tag)) return answered;
  return answered.replace(
    /(href\s*=\s*["']?)(\/(?!\/)[^"'\s>?#]*)(\??)/i,
    (_, before: string, path: string, more: string) => {
      return `${before}${path}?${escapeHtml(`${PARAMETER}=${scheme}`)}${more === '' ? '' : '&amp;'}`;
    },
  );
}

/**
 * What makes a browser of today one that lacks all that a baseline can ask for: it is told what the readers of such are told, also where it is driven
 * by a program, and keeps nothing of what is done about it.
 */
const OLD_BROWSER = `<script>(() => {
const say = (target, name, value) => Object.defineProperty(target, name, { configurable: true, get: () => value, set() {} });
CSS.supports = () => false;
say(navigator, 'webdriver', false);
say(navigator, 'userAgent', 'Mozilla/5.0');
say(window, 'localStorage', undefined);
say(document, 'cookie', '');
})()</script>`;

function inOldBrowser(html: string): string {
  return addSources(intoHead(html, OLD_BROWSER), inlineSources(OLD_BROWSER));
}

/** Puts something before all else of a page's head; a page whose head has no tag is left as it is. */
function intoHead(html: string, inserted: string): string {
  return html.replace(/<head(?:\s(?:[^"'<>]|"[^"<]*"|'[^'<]*')*)?>/i, (tag) => tag + inserted);
}
