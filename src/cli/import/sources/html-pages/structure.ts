import type { Element } from 'hast';
import { attribute, findAll } from '../../convert/elements.ts';
import { lettersIn, type Measure } from './measure.ts';

/** Where the buttons lead with which readers pass a story on. */
const SHARES =
  /^(?:https?:)?\/\/(?:[\w-]+\.)*(?:(?:facebook|vk|vkontakte)\.com\/(?:sharer?(?:\.php|\/)|dialog\/|share)|(?:twitter|x)\.com\/(?:intent|share)|linkedin\.com\/(?:shareArticle|sharing|cws\/share)|pinterest\.[a-z.]+\/pin\/create|reddit\.com\/submit|api\.whatsapp\.com\/send|wa\.me\/|t\.me\/share|telegram\.me\/share|(?:social-plugins\.)?line\.me\/|b\.hatena\.ne\.jp\/|service\.weibo\.com\/share|connect\.ok\.ru\/|xing\.com\/(?:spi|app|social)|tumblr\.com\/(?:share|widgets)|getpocket\.com\/(?:save|edit)|bsky\.app\/intent|threads\.net\/intent|news\.ycombinator\.com\/submitlink)|^(?:whatsapp|fb-messenger|viber|tg):|^mailto:\?/i;

const BOXES = new Set(['div', 'section', 'aside', 'header', 'footer', 'ul', 'ol', 'p']);

/**
 * Whether an element is no part of an article by how it is made, in whatever language: a box with a field that is to be filled in, buttons for
 * passing a story on, lists of links to its tags or its neighbours, an `aside` of links.
 */
export function isMadeLikeFurniture(node: Element, measured: () => Measure): boolean {
  if (!BOXES.has(node.tagName)) return false;
  const links = findAll(node, ({ tagName }) => tagName === 'a');
  const isLinked = (least: number): boolean => measured().linked > measured().words * least;
  const count = (fits: (link: Element) => boolean): number => links.filter(fits).length;
  const shares = count((link) => SHARES.test(attribute(link, 'href')?.trim() ?? ''));
  if (shares >= 2 && shares >= links.length / 2) return lettersIn(node) < 250;
  const related = count((link) => /\b(?:tag|prev|next|category)\b/i.test(relOf(link)));
  if (related > 0 && related >= links.length / 2 && isLinked(0.6)) return true;
  if (findAll(node, isField).length > 0 && isInnermostWithField(node))
    return measured().words < 400 && measured().paragraphs < 2;
  const isBeside = node.tagName === 'aside' || attribute(node, 'role') === 'complementary';
  return isBeside && links.length > 1 && isLinked(0.4);
}

/** What readers write or choose. Boxes to tick are none: lists of tasks have some. */
function isField(node: Element): boolean {
  if (node.tagName !== 'input') return node.tagName === 'textarea' || node.tagName === 'select';
  return !/^(?:hidden|checkbox|radio|button)$/i.test(attribute(node, 'type') ?? 'text');
}

/** Whether no box within a box has both a field and the words about it. */
function isInnermostWithField(node: Element): boolean {
  const inner = findAll(node, (box) => box !== node && (BOXES.has(box.tagName) || box.tagName === 'form'));
  return inner.every((box) => lettersIn(box) < 20 || findAll(box, isField).length === 0);
}

function relOf(link: Element): string {
  const { rel } = link.properties;
  return Array.isArray(rel) ? rel.join(' ') : typeof rel === 'string' ? rel : '';
}
