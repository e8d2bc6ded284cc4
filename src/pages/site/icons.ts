import type { Edition, EditionToBe } from '../../domain/edition.ts';
import { PUBLIC } from '../../domain/content/content-kinds.ts';
import { escapeHtml } from '../../domain/html.ts';
import { mediaType, mediaUrl } from '../../domain/media/files.ts';
import { href, type Site } from '../../domain/site/site.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { type Claim, claimOfSite } from '../../diagnostics/claim.ts';
import { directionOf } from '../../words/language-names.ts';
import { noMoments, ownUrl, type PageKind } from '../page-kind.ts';
import type { Icons, Materials } from '../surroundings.ts';

/** What programs ask for that read no page. */
export const FAVICON_URL = '/favicon.ico' as UrlPath;
const DRAWN_URL = '/icon.svg' as UrlPath;
const MANIFEST_URL = '/site.webmanifest' as UrlPath;

/** What of an edition decides about its icons. */
type WithIcons = Pick<Edition, 'site' | 'publicFiles'> & Pick<EditionToBe, 'ownPages'>;

/** Finds the icons of a site: its own, the favicon that it has at the root anyway, or one that is drawn. */
export function iconsOf(edition: WithIcons): Icons {
  const { picture, colour } = edition.site.icon;
  const common = { manifest: MANIFEST_URL, colour };
  if (picture) {
    const [url, type] = [mediaUrl(picture.path), mediaType(picture.path) ?? ''];
    return { icon: { url, type }, touch: type === 'image/png' ? url : undefined, ...common };
  }
  if (hasOwn(FAVICON_URL, edition))
    return { icon: { url: FAVICON_URL, type: 'image/x-icon' }, touch: undefined, ...common };
  return { icon: { url: DRAWN_URL, type: 'image/svg+xml' }, touch: undefined, ...common };
}

/** Whether a newsroom has a file of its own at an address of ours. */
export function hasOwn(url: UrlPath, { publicFiles, ownPages }: Omit<WithIcons, 'site'>): boolean {
  return publicFiles.includes(`${PUBLIC.folder}${url.slice(1)}`) || ownPages.some((page) => page.url === url);
}

/** A file at the root may stand in the place of an icon of ours: that is what it is for. */
function claimIcon(url: UrlPath, what: string, edition: EditionToBe): readonly Claim[] {
  return hasOwn(url, edition) ? [] : [claimOfSite(url, what)];
}

/** The icon that is drawn where a site has none. */
export const drawnIcon: PageKind<{ readonly url: UrlPath; readonly initial: string; readonly colour: string }, string> =
  {
    list: (edition) => {
      const { site } = edition;
      if (iconsOf(edition).icon.url !== DRAWN_URL || hasOwn(DRAWN_URL, edition)) return [];
      return [{ url: DRAWN_URL, initial: initialOf(site), colour: site.icon.colour }];
    },
    urlOf: ownUrl,
    layout: () => 'verbatim',
    make: ({ initial, colour }) => drawIcon(initial, colour),
    sitemap: { none: 'it is a picture of the site' },
    claims: {
      'unless-own': (edition) => [
        ...(iconsOf(edition).icon.url === DRAWN_URL ? claimIcon(DRAWN_URL, 'the icon of the site', edition) : []),
        ...claimIcon(FAVICON_URL, 'the icon of the site', edition),
      ],
    },
    everyShard: true,
    changesAt: noMoments,
    navigation: undefined,
  };

const UNITS = 64;

function drawIcon(initial: string, colour: string): string {
  const text = `x="32" y="32" dy=".36em" font-family="Georgia, 'Times New Roman', serif" font-size="40" text-anchor="middle"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${UNITS}" height="${UNITS}" viewBox="0 0 ${UNITS} ${UNITS}">`,
    `<rect width="${UNITS}" height="${UNITS}" rx="10" fill="${colour}"/>`,
    `<text ${text} fill="${isLight(colour) ? '#000' : '#fff'}">${escapeHtml(initial)}</text>`,
    '</svg>\n',
  ].join('');
}

/** Whether black reads better than white on a colour (WCAG 2.2, relative luminance). */
function isLight(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179;
}

/** The first letter of the masthead, of any script, as readers see it; the first sign, where it has no letter. */
export function initialOf({ title, language }: Pick<Site, 'title' | 'language'>): string {
  const signs = [...new Intl.Segmenter(language, { granularity: 'grapheme' }).segment(title.normalize('NFC').trim())];
  const first = signs.find(({ segment }) => /[\p{L}\p{N}]/u.test(segment)) ?? signs[0];
  const letter = first?.segment ?? '';
  const capital = letter.toLocaleUpperCase(language);
  // Some letters have no capital of their own: `ß`.
  return [...capital].length === [...letter].length ? capital : letter;
}

export const webManifest: PageKind<{ readonly url: UrlPath; readonly icons: Icons }, string> = {
  list: (edition) => (hasOwn(MANIFEST_URL, edition) ? [] : [{ url: MANIFEST_URL, icons: iconsOf(edition) }]),
  urlOf: ownUrl,
  layout: () => 'verbatim',
  make: makeManifest,
  sitemap: { none: 'home screens read it' },
  claims: { 'unless-own': (edition) => claimIcon(MANIFEST_URL, 'the manifest of the site', edition) },
  everyShard: true,
  changesAt: noMoments,
  navigation: undefined,
};

/** What home screens are told of a site (W3C Web Application Manifest). */
function makeManifest({ icons }: { readonly icons: Icons }, { site }: Materials): string {
  const { icon, colour } = icons;
  const { width, height } = site.icon.picture ?? {};
  const sizes = icon.type === 'image/svg+xml' || icon.type === 'image/x-icon' ? 'any' : `${width}x${height}`;
  const home = href(site, site.home);
  const manifest = {
    name: site.title,
    description: site.description,
    lang: site.language,
    dir: directionOf(site.language),
    id: home,
    start_url: home,
    scope: home,
    display: 'minimal-ui',
    theme_color: colour,
    background_color: colour,
    icons: [{ src: href(site, icon.url), type: icon.type, sizes }],
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
