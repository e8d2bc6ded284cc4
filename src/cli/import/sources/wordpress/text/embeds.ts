import type { Element, ElementContent, Root } from 'hast';
import {
  classesOf,
  element,
  findAll,
  isElement,
  leafDirective,
  replaceNodes,
  wordsIn,
} from '../../../convert/elements.ts';
import { recordingTypeOf } from '../../../../../domain/media/files.ts';
import type { FoundShortcode } from './shortcodes.ts';
import { isOwnAddress, type SiteFacts } from './text-facts.ts';

type OwnSite = Pick<SiteFacts, 'hosts' | 'titleAt'>;

const URL_ALONE = /^https?:\/\/[^\s<>"]+$/;

/** What stands for an address that is alone in its line: a player, a card that leads there, or on the old site a link. */
export function embedOf(url: string, { hosts, titleAt }: OwnSite, title?: string): ElementContent {
  const recording = recordingTypeOf(url.split(/[?#]/, 1)[0] ?? '');
  if (recording) return element(recording.kind, { src: url, ...(title ? { title } : {}) });
  if (isOwnAddress(url, hosts) || /\.(?:jpe?g|png|gif|webp|pdf)$/i.test(url))
    return element('p', {}, [element('a', { href: url }, [{ type: 'text', value: title ?? titleAt(url) ?? url }])]);
  return leafDirective('embed', { url, title });
}

/** Makes cards of the blocks that embed something, and of paragraphs that are nothing but an address. */
export function makeEmbeds(site: OwnSite): (tree: Root) => void {
  return (tree) =>
    replaceNodes(tree, (node) => {
      if (isElement(node, 'p')) {
        if (node.children.some((child) => child.type === 'element')) return undefined;
        const words = wordsIn(node).trim();
        // Editors of the old site made distances of empty paragraphs.
        return words === '' ? [] : URL_ALONE.test(words) ? [embedOf(words, site)] : undefined;
      }
      const isEmbed = isElement(node, 'figure', 'div') && classesOf(node).includes('wp-block-embed');
      return isEmbed ? embedBlock(node, site) : undefined;
    });
}

function embedBlock(figure: Element, site: OwnSite): readonly ElementContent[] | undefined {
  const [caption] = findAll(figure, ({ tagName }) => tagName === 'figcaption');
  const others = figure.children.filter((child) => child !== caption);
  const url = wordsIn({ type: 'root', children: others }).trim();
  const title = caption && wordsIn(caption).replace(/\s+/g, ' ').trim();
  if (URL_ALONE.test(url)) return [embedOf(url, site, title || undefined)];
  // What stands in it was made a card already, as a paragraph of its own.
  return undefined;
}

/** Addresses that shortcodes of WordPress.com and Jetpack stand for. */
const ADDRESSES: Readonly<Record<string, (values: Values) => string | undefined>> = {
  youtube: ({ first, named }) => prefixed('https://www.youtube.com/watch?v=', first ?? named('id') ?? named('v')),
  vimeo: ({ first, named }) => prefixed('https://vimeo.com/', first ?? named('id') ?? named('clip_id')),
  dailymotion: ({ first, named }) => prefixed('https://www.dailymotion.com/video/', first ?? named('id')),
  ted: ({ first, named }) => prefixed('https://www.ted.com/talks/', first ?? named('id')),
  tweet: ({ first, named }) => prefixed('https://twitter.com/i/status/', first ?? named('id') ?? named('tweet')),
  twitter: ({ first, named }) => prefixed('https://twitter.com/i/status/', first ?? named('id')),
  wpvideo: ({ first }) => prefixed('https://videopress.com/v/', first),
  spotify: ({ first }) => first?.replace(/^spotify:(\w+):(\w+)$/, 'https://open.spotify.com/$1/$2'),
  instagram: ({ first, named }) => first ?? named('url'),
  facebook: ({ first, named }) => first ?? named('url'),
  tiktok: ({ first, named }) => first ?? named('url'),
  documentcloud: ({ first, named }) => first ?? named('url'),
  soundcloud: ({ first, named }) => first ?? named('url'),
  googlemaps: ({ first }) => first,
  embed: ({ first, named, inner }) => inner ?? first ?? named('src') ?? named('url'),
};

interface Values {
  readonly first: string | undefined;
  readonly named: (name: string) => string | undefined;
  readonly inner: string | undefined;
}

/** The address that a shortcode stands for; `undefined` if it is none that embeds something. */
export function addressOfShortcode({ name, attributes, inner }: FoundShortcode): string | undefined {
  if (!Object.hasOwn(ADDRESSES, name)) return undefined;
  const words = inner?.replace(/<[^<>]*>/g, '').trim() || undefined;
  const first = attributes['0'] ?? (name === 'embed' ? undefined : words);
  const address = ADDRESSES[name]?.({ first, named: (key) => attributes[key], inner: words });
  const decoded = address
    ?.replaceAll('&amp;', '&')
    .replaceAll('&#038;', '&')
    .replaceAll('&#38;', '&')
    // How large the player was: `[youtube=https://…?v=a&w=640&h=390]`.
    .replace(/&[wh]=\d+(?=&|$)/g, '');
  return decoded !== undefined && URL_ALONE.test(decoded) ? decoded : undefined;
}

/** A number or a name behind the beginning of an address; what is an address stays. */
function prefixed(beginning: string, value: string | undefined): string | undefined {
  if (value === undefined || URL_ALONE.test(value)) return value;
  return /^[\w-]+$/.test(value) ? beginning + value : undefined;
}
