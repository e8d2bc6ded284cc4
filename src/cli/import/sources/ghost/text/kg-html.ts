import type { Comment, Element, Parents, Root } from 'hast';
import type { TextContext } from '../../../archive.ts';
import { attribute, classesOf, findAll, isBlank, isElement, replaceNodes } from '../../../convert/elements.ts';
import {
  bookmarkCard,
  boxCard,
  buttonCard,
  calloutCard,
  embedCard,
  fileCard,
  galleryCard,
  headerCard,
  type Html,
  NONE,
  notePaywall,
  type Picture,
  pictureCard,
  recordingCard,
  toggleCard,
  unseenCard,
  type WordsCard,
  wordsOf,
} from './cards.ts';
import { starsOf } from './payloads.ts';

type ReadCard = (card: Element, context: TextContext) => Html | undefined;

/** Cards as Ghost prints them, by the class of their outermost element. Others are HTML like any. */
const CARDS: ReadonlyMap<string, ReadCard> = new Map<string, ReadCard>([
  ['kg-image-card', readPicture],
  [
    'kg-before-after-card',
    (card) => galleryCard(findAll(card, ({ tagName }) => tagName === 'img').map(pictureOf), captionOf(card)),
  ],
  ['kg-bookmark-card', readBookmark],
  ['kg-embed-card', (card) => embedCard({ url: '', title: '', html: withoutCaption(card), caption: captionOf(card) })],
  ['kg-audio-card', (card) => readRecording('audio', card)],
  ['kg-video-card', (card) => readRecording('video', card)],
  [
    'kg-file-card',
    (card) =>
      fileCard({
        src: addressIn(card, 'a', 'href'),
        title: wordsIn(card, 'kg-file-card-title') || wordsIn(card, 'kg-file-card-filename'),
        caption: contentOf(card, 'kg-file-card-caption'),
      }),
  ],
  ['kg-callout-card', (card) => calloutCard(wordsIn(card, 'kg-callout-emoji'), contentOf(card, 'kg-callout-text'))],
  [
    'kg-toggle-card',
    (card) => toggleCard(contentOf(card, 'kg-toggle-heading-text'), contentOf(card, 'kg-toggle-content')),
  ],
  ['kg-button-card', (card, context) => buttonCard(addressIn(card, 'a', 'href'), wordsOf(card.children), context)],
  [
    'kg-cta-card',
    (card, context) => boxCard(wordsCard(card, 'call to action', ['kg-cta-sponsor-label', 'kg-cta-text'], ''), context),
  ],
  ['kg-product-card', readProduct],
  [
    'kg-header-card',
    (card, context) =>
      headerCard(
        wordsCard(
          card,
          'header',
          ['kg-header-card-subheader', 'kg-header-card-subheading'],
          'kg-header-card-heading kg-header-card-header',
        ),
        context,
      ),
  ],
  ['kg-signup-card', readSignup],
]);

/** Reads the cards of Ghost's in HTML, and takes out what was there for its members and its scripts. */
export function readCardsOfHtml(tree: Root, context: TextContext): void {
  replaceNodes(tree, (node, parent) => {
    if (node.type === 'comment') return readComment(node, context);
    if (node.type !== 'element') return undefined;
    if (node.tagName === 'a' && /^[^#]*#\/portal\b/.test(attribute(node, 'href') ?? ''))
      return readPortal(node, context);
    if (attribute(node, 'dataGhSegment') !== undefined)
      return unseenCard('text for e-mails', wordsOf(node.children), context);
    if (isTwice(node, parent)) return node.children;
    const read = classesOf(node)
      .map((name) => CARDS.get(name))
      .find((reader) => reader !== undefined);
    const html = read?.(node, context);
    // One of which no part is where it should be is HTML like any.
    return html && (html.length > 0 || isBlank(node)) ? html : undefined;
  });
}

/** Ghost's editor writes `<b><strong>` and `<i><em>`. */
function isTwice(node: Element, parent: Parents): boolean {
  return [BOLD, ITALIC].some(
    (names) => isElement(node, ...names) && parent.type === 'element' && isElement(parent, ...names),
  );
}

const BOLD = ['b', 'strong'];
const ITALIC = ['i', 'em'];

function readComment(comment: Comment, context: TextContext): Html {
  const words = comment.value.trim();
  if (words === 'members-only') return notePaywall(context);
  if (words.startsWith('kg-gated-block:begin')) {
    const advice = 'it was for some readers only, and now stands for everybody';
    context.note({ kind: 'look', what: 'card for members', advice, detail: words });
  }
  return NONE;
}

/** A link that opened Ghost's window for members. */
function readPortal(link: Element, context: TextContext): Html {
  const advice = 'its words stand without a link: there is no such window';
  context.note({ kind: 'changed', what: 'link to the window for members', advice, detail: attribute(link, 'href') });
  return link.children;
}

function readPicture(card: Element): Html | undefined {
  const [img, ...others] = findAll(card, ({ tagName }) => tagName === 'img');
  const picture = img && pictureOf(img);
  if (!picture || others.length > 0 || picture.title === '') return undefined;
  const href = addressIn(card, 'a', 'href');
  return pictureCard({ ...picture, href, caption: captionOf(card) }, widthOf(card));
}

function pictureOf(img: Element): Picture {
  const named = (name: string): string => attribute(img, name)?.trim() ?? '';
  return { src: named('src'), alt: named('alt'), title: named('title'), href: '', caption: NONE };
}

function widthOf(card: Element): string {
  return (
    classesOf(card)
      .find((name) => name.startsWith('kg-width-'))
      ?.slice('kg-width-'.length) ?? ''
  );
}

function readBookmark(card: Element, context: TextContext): Html | undefined {
  const url = addressIn(card, 'a', 'href');
  const details = ['kg-bookmark-description', 'kg-bookmark-author', 'kg-bookmark-publisher'].map((name) =>
    wordsIn(card, name),
  );
  const title = wordsIn(card, 'kg-bookmark-title');
  if (url === '') return undefined;
  return bookmarkCard(
    { url, title, details: details.filter((words) => words !== '').join(' · '), caption: captionOf(card) },
    context,
  );
}

function readRecording(kind: 'audio' | 'video', card: Element): Html | undefined {
  const src = addressIn(card, kind, 'src');
  if (src === '') return undefined;
  const poster = attribute(card, 'dataKgCustomThumbnail') || attribute(card, 'dataKgThumbnail') || '';
  return recordingCard(kind, { src, title: wordsIn(card, 'kg-audio-title'), poster, caption: captionOf(card) });
}

function readProduct(card: Element, context: TextContext): Html {
  const words = wordsCard(card, 'product', ['kg-product-card-description'], 'kg-product-card-title');
  const stars = findAll(card, (found) => classesOf(found).includes('kg-product-card-rating-active')).length;
  return boxCard({ ...words, words: [starsOf(stars), ...words.words] }, context);
}

function readSignup(card: Element, context: TextContext): Html {
  const words = ['kg-signup-card-subheading', 'kg-signup-card-disclaimer'];
  return boxCard(
    { ...wordsCard(card, 'signup', words, 'kg-signup-card-heading'), button: { href: '', words: '' } },
    context,
  );
}

/** A card by the classes of its parts. */
function wordsCard(card: Element, name: string, words: readonly string[], title: string): WordsCard {
  const button = findAll(
    card,
    (found) => found.tagName === 'a' && classesOf(found).some((one) => one.includes('button')),
  )[0];
  return {
    name,
    title: title.split(' ').flatMap((one) => contentOf(card, one)),
    picture: addressIn(card, 'img', 'src') || (attribute(card, 'dataKgBackgroundImage') ?? ''),
    words: words.map((one) => contentOf(card, one)),
    button: button
      ? { href: attribute(button, 'href') ?? '', words: wordsOf(button.children) }
      : { href: '', words: '' },
  };
}

function contentOf(card: Element, name: string): Html {
  return findAll(card, (found) => classesOf(found).includes(name))[0]?.children ?? NONE;
}

function wordsIn(card: Element, name: string): string {
  return wordsOf(contentOf(card, name));
}

function addressIn(card: Element, tagName: string, name: string): string {
  const found = findAll(card, (one) => one.tagName === tagName)[0];
  return (found && attribute(found, name)?.trim()) ?? '';
}

function captionOf(card: Element): Html {
  return findAll(card, ({ tagName }) => tagName === 'figcaption')[0]?.children ?? NONE;
}

function withoutCaption(card: Element): Html {
  return card.children.filter((child) => !isElement(child, 'figcaption'));
}
