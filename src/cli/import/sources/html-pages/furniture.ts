import type { Element } from 'hast';
import { attribute, findAll, wordsIn } from '../../convert/elements.ts';
import { isBrowserBanner, leadsToBrowsers } from './browser-banner.ts';
import { lettersIn, type Measure, measure } from './measure.ts';
import type { IsSaid } from './said-text.ts';
import { isMadeLikeFurniture } from './structure.ts';

/** Elements that are no text of an article, whatever is in them. */
const NEVER_TEXT = new Set([
  ...[
    'script',
    'style',
    'template',
    'link',
    'meta',
    'base',
    'nav',
    'dialog',
    'button',
    'form',
    'input',
    'select',
    'textarea',
    'menu',
  ],
  ...['gdpr-banner', 'amp-ad', 'amp-consent', 'amp-analytics', 'amp-social-share', 'amp-sidebar'],
]);

const ROLES =
  /^(?:navigation|dialog|alertdialog|alert|search|contentinfo|toolbar|menu|menubar|tablist|status|tooltip|form|button)$/;

/** What the names of an element say that it is, as words: `ShareTools-bar` is `share tools bar`. */
interface Kind {
  readonly names: RegExp;
  /** Whether what is in it looks like that, too, for a name may mean something else: a table of market shares. */
  readonly fits: (measure: Measure) => boolean;
}

const KINDS: readonly Kind[] = [
  {
    names:
      /\b(?:unsupported|outdated|old|legacy|obsolete|deprecated|incompatible|upgrade|update) (?:your )?browsers?\b|\bbrowse ?happy\b|\bbrowser (?:upgrade|update|banner|warning|notice|support|unsupported|alert|message)\b|\bnoscript (?:warning|banner|message)\b/,
    fits: ({ words }) => words < 2000,
  },
  {
    names: /\b(?:cookies?|consent|gdpr|ccpa|cmp|onetrust|didomi|paywall|regwall|piano|meter|gate)\b/,
    fits: ({ words, paragraphs, controls }) => words < 2000 && paragraphs < 6 && controls > 0,
  },
  {
    names:
      /\b(?:newsletters?|sign ?up|signup|subscribe|subscription|subscriptions|mailing list|email capture|opt in|marketing|promos?|promotion|cta|call to action|donate|donation|membership|app download|push notification)\b/,
    fits: ({ words, paragraphs, controls }) => words < 1200 && paragraphs < 6 && controls > 0,
  },
  {
    names:
      /\b(?:share|shares|sharing|sharedaddy|addtoany|addthis|social|socials|toolbar|tool bar|tools|print (?:button|link)|gift|bookmark|save (?:button|article)|font size|text size|listen|audio player bar|breadcrumbs?|skip link|skip to|skip nav|post navigation|nav links|pagination|pager|rating|like button|reactions?|edit link|permalink)\b/,
    fits: ({ words, linked, paragraphs, controls }) =>
      controls > 0 && words < 250 && paragraphs < 2 && (words < 60 || linked > words * 0.4),
  },
  {
    names:
      /\b(?:related|relateds|recirc|recirculation|recommended|recommendations?|read more|read next|read also|more (?:from|on|in|stories|news|like)|most (?:read|viewed|popular|shared)|popular|trending|latest|up next|next (?:story|article)|also like|you may|editors picks?|outbrain|taboola|teasers?|jp relatedposts|sidebar|side bar|bottom of article|tags?|tag list|taxonomy|topics?|keywords)\b/,
    fits: ({ words, linked }) => words < 4000 && linked > words * 0.4,
  },
  {
    names:
      /\b(?:ad|ads|advert|adverts|advertisement|advertising|ad slot|ad unit|ad container|adsbygoogle|dfp|gpt|sponsor|sponsored (?:link|content|by)|commercial)\b/,
    fits: ({ words, paragraphs }) => words < 500 && paragraphs < 3,
  },
  {
    names:
      /\b(?:comments|comment (?:list|section|area|form|count|link|button)|disqus|livefyre|respond|responses|discussion)\b/,
    fits: () => true,
  },
  {
    names: /\b(?:visually ?hidden|sr only|screen ?reader(?: text| only)?|assistive text|a11y hidden|accessibility)\b/,
    fits: ({ words }) => words < 200,
  },
];

/** What is known of a page by which its elements are judged. */
export interface Judging {
  /** Whether the article itself is about browsers. */
  readonly isOfBrowsers: boolean;
  readonly isSaid: IsSaid;
}

/**
 * Whether an element of a page is no part of its article, by what it is, by its role, by how it is made, by its names (which are English, mostly), or by what it says: banners that ask for
 * another browser, notices of cookies, sign-ups, buttons for sharing, links to other stories, advertisements. What the page itself calls text is none.
 */
export function isFurniture(node: Element, { isOfBrowsers, isSaid }: Judging): boolean {
  if (NEVER_TEXT.has(node.tagName)) return true;
  if (['html', 'body', 'main', 'img', 'picture', 'source', 'br', ...HEADINGS].includes(node.tagName)) return false;
  if (node.tagName === 'noscript') return findAll(node, ({ tagName }) => tagName === 'img').length === 0;
  // A text that is for those who pay is hidden in many pages.
  if (BLOCKS.has(node.tagName) && isSaid(node)) return !isOfBrowsers && isBannerBox(node);
  if (isHidden(node)) return !hasPicture(node);
  const names = namesOf(node);
  const role = attribute(node, 'role')?.toLowerCase() ?? '';
  if (names === '' && role === '' && !BLOCKS.has(node.tagName) && node.tagName !== 'a') return false;
  const letters = lettersIn(node);
  if (ROLES.test(role) && letters < 3000) return true;
  let known: Measure | undefined;
  const measured = (): Measure => {
    known ??= measure(node);
    return known;
  };
  const isNamed = !CONTENT.has(node.tagName) && KINDS.some((kind) => kind.names.test(names) && kind.fits(measured()));
  if ((isNamed || isMadeLikeFurniture(node, measured)) && !isArticle(node)) return true;
  return isLabel(node, letters) || (!isOfBrowsers && isBannerBox(node));
}

/** A paragraph by itself may speak of browsers. */
function isBannerBox(node: Element): boolean {
  const isBox = BLOCKS.has(node.tagName) && (node.tagName !== 'p' || leadsToBrowsers(node));
  return isBox && lettersIn(node) < 1500 && isBrowserBanner(node);
}

/** What stands over advertisements. */
const LABELS =
  /^(?:(?:skip )?advertisement|advertising|continue reading the main story|story continues below(?: advertisement)?|anzeige|werbung|publicidad|anuncio|publicité|pubblicità|publicidade|advertentie|reklama|реклама|広告|スポンサーリンク|广告|廣告|إعلان|विज्ञापन)\.?$/iu;

function isLabel(node: Element, letters: number): boolean {
  return letters > 0 && letters < 60 && LABELS.test(wordsIn(node).replace(/\s+/g, ' ').trim());
}

/** What somebody made for the text, whatever it is called. */
const CONTENT = new Set(['table', 'figure', 'pre', 'blockquote', 'video', 'audio']);

/** Their identifiers are made of their words. */
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

const BLOCKS = new Set(['div', 'section', 'aside', 'header', 'footer', 'p', 'table', 'center', 'ul']);

function isArticle(node: Element): boolean {
  return node.tagName === 'article' || /\barticleBody\b/.test(attribute(node, 'itemProp') ?? '');
}

function hasPicture(node: Element): boolean {
  return findAll(node, ({ tagName }) => tagName === 'img').length > 0;
}

/** Hidden by attributes, not by a stylesheet: nobody reads those here. */
function isHidden(node: Element): boolean {
  if (node.properties['hidden'] !== undefined && node.properties['hidden'] !== false) return true;
  if (attribute(node, 'ariaHidden') === 'true') return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(
    (attribute(node, 'style') ?? '').slice(0, 1000),
  );
}

/** The names of an element as words in small letters. */
export function namesOf(node: Element): string {
  const names = [
    'className',
    'id',
    'dataTestid',
    'dataTestId',
    'dataComponent',
    'dataModule',
    'dataName',
    'dataGuName',
    'ariaLabel',
  ]
    .map((name) => attribute(node, name)?.slice(0, 500))
    .filter((name) => name !== undefined);
  return names
    .join(' | ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}|]+/gu, ' ')
    .toLowerCase()
    .trim();
}
