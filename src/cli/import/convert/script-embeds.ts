import type { Element, ElementContent } from 'hast';
import { attribute, classesOf, DIRECTIVE, element, isElement, leafDirective, wordsIn } from './elements.ts';

/** What a script, or a browser of AMP, made something of that readers saw: where that is found. */
interface Made {
  readonly fits: (node: Element) => boolean;
  readonly address: (node: Element) => string | undefined;
}

const MADE: readonly Made[] = [
  {
    fits: (node) => classesOf(node).includes('flourish-embed'),
    address: (node) =>
      numbered(/^((?:story|visualisation)\/\d+)/, attribute(node, 'dataSrc'), (id) => `https://flo.uri.sh/${id}/embed`),
  },
  {
    fits: (node) => classesOf(node).includes('infogram-embed'),
    address: (node) => numbered(/^([\w-]+)$/, attribute(node, 'dataId'), (id) => `https://infogram.com/${id}`),
  },
  {
    fits: (node) => node.tagName === 'script',
    address: (node) =>
      numbered(
        /^(?:https?:)?\/\/datawrapper\.dwcdn\.net\/(\w+)\//,
        attribute(node, 'src'),
        (id) => `https://datawrapper.dwcdn.net/${id}/`,
      ),
  },
  of('amp-youtube', 'dataVideoid', /^([\w-]+)$/, (id) => `https://www.youtube.com/watch?v=${id}`),
  of('amp-vimeo', 'dataVideoid', /^(\d+)$/, (id) => `https://vimeo.com/${id}`),
  of('amp-dailymotion', 'dataVideoid', /^(\w+)$/, (id) => `https://www.dailymotion.com/video/${id}`),
  of('amp-twitter', 'dataTweetid', /^(\d+)$/, (id) => `https://x.com/i/status/${id}`),
  of('amp-instagram', 'dataShortcode', /^([\w-]+)$/, (id) => `https://www.instagram.com/p/${id}/`),
  of('amp-soundcloud', 'dataTrackid', /^(\d+)$/, (id) => `https://api.soundcloud.com/tracks/${id}`),
  of('amp-gist', 'dataGistid', /^(\w+)$/, (id) => `https://gist.github.com/${id}`),
  of('amp-tiktok', 'dataSrc', /^(.+)$/, (id) => (/^\d+$/.test(id) ? `https://www.tiktok.com/embed/${id}` : id)),
  of('amp-facebook', 'dataHref', /^(.+)$/, (url) => url),
  of('amp-iframe', 'src', /^(.+)$/, (url) => url),
];

function of(tagName: string, name: string, shape: RegExp, address: (id: string) => string): Made {
  return {
    fits: (node) => node.tagName === tagName,
    address: (node) => numbered(shape, attribute(node, name), address),
  };
}

/** Posts of networks, whose words stand in the text until a script puts the post there: their address is on what holds them. */
const POSTS: readonly (readonly [className: string, address: string])[] = [
  ['instagram-media', 'dataInstgrmPermalink'],
  ['tiktok-embed', 'cite'],
  ['fb-post', 'dataHref'],
  ['fb-video', 'dataHref'],
];

/** What stands for an element that a script made something of; `undefined` for all others. */
export function madeByScript(node: Element): readonly ElementContent[] | undefined {
  const address = MADE.find(({ fits }) => fits(node))?.address(node);
  if (address !== undefined) return [leafDirective('embed', { url: address })];
  // Beside its script stands a picture of the chart, for browsers without scripts.
  if (/^datawrapper-vis-/.test(attribute(node, 'id') ?? '')) {
    const charts = node.children.filter((child) => isElement(child, DIRECTIVE));
    if (charts.length > 0) return charts;
  }
  const name = POSTS.find(([className]) => classesOf(node).includes(className))?.[1];
  const post = name === undefined ? undefined : attribute(node, name);
  if (post === undefined || !/^https?:\/\//.test(post)) return AMP[node.tagName]?.(node);
  const card = leafDirective('embed', { url: post.replace(/[?#].*$/, '') });
  return wordsIn(node).trim() === '' ? [card] : [{ ...node, properties: {} }, card];
}

/** Elements of AMP that are called otherwise in HTML. */
const AMP: Readonly<Record<string, (node: Element) => readonly ElementContent[] | undefined>> = {
  'amp-img': (node) => [{ ...node, tagName: 'img', children: [] }],
  'amp-anim': (node) => [{ ...node, tagName: 'img', children: [] }],
  'amp-audio': (node) => [{ ...node, tagName: 'audio' }],
  'amp-video': (node) => [{ ...node, tagName: 'video' }],
  'amp-carousel': (node) => [element('figure', {}, node.children)],
  'amp-base-carousel': (node) => [element('figure', {}, node.children)],
  'amp-ad': () => [],
  'amp-analytics': () => [],
  'amp-pixel': () => [],
};

function numbered(shape: RegExp, value: string | undefined, address: (id: string) => string): string | undefined {
  const id = shape.exec(value?.trim() ?? '')?.[1];
  return id === undefined ? undefined : address(id);
}
