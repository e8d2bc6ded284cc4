import type { TextContext } from '../../../archive.ts';
import { element } from '../../../convert/elements.ts';
import { parseHtml } from '../../../convert/parse-html.ts';
import { field, isRow, isSet, type Row, rowsOf, textOf } from '../fields.ts';
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
  inBlocks,
  NONE,
  notePaywall,
  type Picture,
  pictureCard,
  recordingCard,
  textIn,
  toggleCard,
  unseenCard,
  withCaption,
  wordsOf,
  type WordsCard,
} from './cards.ts';
import { markdownAsHtml } from './markdown-card.ts';

type ReadCard = (payload: Row, context: TextContext) => Html;

/** What cards have written into them, in both of Ghost's editors, and what becomes of it. */
const CARDS: ReadonlyMap<string, ReadCard> = new Map<string, ReadCard>([
  ['image', (card) => pictureCard(pictureIn(card, 'src'), textOf(card, 'cardWidth'))],
  [
    'gallery',
    (card) =>
      galleryCard(
        rowsOf(field(card, 'images')).map((one) => pictureIn(one, 'src')),
        htmlIn(card, 'caption'),
      ),
  ],
  [
    'before-after',
    (card) =>
      galleryCard(
        ['beforeImage', 'afterImage'].map((name) => pictureIn(rowIn(card, name), 'src')),
        htmlIn(card, 'caption'),
      ),
  ],
  ['bookmark', readBookmark],
  ['embed', readEmbed],
  ['nft', readEmbed],
  ['audio', (card) => recordingCard('audio', recordingIn(card))],
  ['video', (card) => recordingCard('video', recordingIn(card))],
  [
    'file',
    (card) =>
      fileCard({
        src: textOf(card, 'src'),
        title: textOf(card, 'fileTitle', 'fileName'),
        caption: textIn(textOf(card, 'fileCaption')),
      }),
  ],
  ['callout', (card) => calloutCard(textOf(card, 'calloutEmoji'), htmlIn(card, 'calloutText'))],
  ['toggle', (card) => toggleCard(htmlIn(card, 'heading'), htmlIn(card, 'content'))],
  ['button', (card, context) => buttonCard(textOf(card, 'buttonUrl'), textOf(card, 'buttonText'), context)],
  ['call-to-action', readCallToAction],
  ['header', readHeader],
  ['product', readProduct],
  ['signup', readSignup],
  ['email', (card, context) => unseenCard('text for e-mails', wordsOf(htmlIn(card, 'html')), context)],
  ['email-cta', readEmailCall],
  ['paywall', (_card, context) => notePaywall(context)],
  ['horizontalrule', () => [element('hr', {})]],
  ['hr', () => [element('hr', {})]],
  ['codeblock', readCode],
  ['code', readCode],
  ['html', (card) => htmlIn(card, 'html')],
  ['markdown', (card) => markdownAsHtml(textOf(card, 'markdown'))],
  ['card-markdown', (card) => markdownAsHtml(textOf(card, 'markdown'))],
  ['transistor', readTransistor],
]);

/** Whether it is the name of a card that is known. */
export function isCard(name: string): boolean {
  return CARDS.has(name);
}

/**
 * A card as HTML.
 *
 * @param name As an editor of Ghost's names it; the words of one that nobody knows are kept.
 */
export function readCard(name: string, payload: Row, context: TextContext): Html {
  const seen = seenBy(field(payload, 'visibility'));
  const html = seen === 'nobody' ? NONE : (CARDS.get(name) ?? readUnknown(name))(payload, context);
  if (seen === 'nobody') return unseenCard('card for e-mails', wordsOf(wordsKept(payload)), context);
  if (seen === 'members') {
    const advice = 'it was for some readers only, and now stands for everybody';
    context.note({ kind: 'look', what: 'card for members', advice, detail: wordsOf(html) });
  }
  return html;
}

/** Who saw a card on the site: newer versions of Ghost say it for members and others, older ones for all. */
function seenBy(visibility: unknown): 'everybody' | 'members' | 'nobody' {
  if (!isRow(visibility)) return 'everybody';
  const web = field(visibility, 'web');
  if (!isRow(web))
    return isSet(visibility, 'emailOnly') || field(visibility, 'showOnWeb') === false ? 'nobody' : 'everybody';
  if (field(web, 'nonMember') !== false) return 'everybody';
  return field(web, 'memberSegment') === '' ? 'nobody' : 'members';
}

function readUnknown(name: string): ReadCard {
  return (payload, context) => {
    const advice = 'its words stand in its place';
    context.note({
      kind: 'look',
      what: name === '' ? 'card without a name' : `unknown card \`${name}\``,
      advice,
      detail: Object.keys(payload).join(', '),
    });
    return wordsKept(payload);
  };
}

/** Fields that have words in them, by the names that cards of Ghost's have for such. */
const WORDS =
  /(?:text|html|title|heading|header|caption|content|description|markdown|quote|label|message|name|disclaimer)$/i;
const SETTINGS = /(?:fileName|color|className)/i;

function wordsKept(payload: Row): Html {
  const names = Object.keys(payload).filter((name) => WORDS.test(name) && !SETTINGS.test(name));
  return names.flatMap((name) => inBlocks(htmlIn(payload, name)));
}

function pictureIn(card: Row, src: string): Picture {
  return {
    src: textOf(card, src),
    alt: textOf(card, 'alt').trim(),
    title: textOf(card, 'title').trim(),
    href: textOf(card, 'href').trim(),
    caption: htmlIn(card, 'caption'),
  };
}

function rowIn(card: Row, name: string): Row {
  const value = field(card, name);
  return isRow(value) ? value : {};
}

/** Lexical has what is known of a page in a field, mobiledoc had it there too; the oldest had it in the card itself. */
function readBookmark(card: Row, context: TextContext): Html {
  const known = { ...card, ...rowIn(card, 'metadata') };
  const details = ['description', 'author', 'publisher']
    .map((name) => textOf(known, name))
    .filter((words) => words !== '');
  const url = textOf(card, 'url') || textOf(known, 'url');
  const title = textOf(known, 'title');
  if (url === '') return inBlocks(textIn([title, ...details].join(' ')));
  return bookmarkCard({ url, title, details: details.join(' · '), caption: htmlIn(card, 'caption') }, context);
}

function readEmbed(card: Row): Html {
  const known = rowIn(card, 'metadata');
  return embedCard({
    url: textOf(card, 'url'),
    title: textOf(known, 'title'),
    html: htmlIn(card, 'html'),
    caption: htmlIn(card, 'caption'),
  });
}

function recordingIn(card: Row): Parameters<typeof recordingCard>[1] {
  return {
    src: textOf(card, 'src'),
    title: textOf(card, 'title'),
    poster: textOf(card, 'customThumbnailSrc', 'thumbnailSrc'),
    caption: htmlIn(card, 'caption'),
  };
}

function readCode(card: Row): Html {
  const language = textOf(card, 'language').trim().split(/\s/, 1)[0] ?? '';
  const code = textOf(card, 'code');
  if (code === '') return inBlocks(htmlIn(card, 'caption'));
  const inner = element('code', language === '' ? {} : { className: `language-${language}` }, textIn(code));
  return withCaption([element('pre', {}, [inner])], htmlIn(card, 'caption'));
}

function readCallToAction(card: Row, context: TextContext): Html {
  const label = isSet(card, 'hasSponsorLabel') ? htmlIn(card, 'sponsorLabel') : NONE;
  return boxCard(
    {
      name: 'call to action',
      title: NONE,
      picture: textOf(card, 'imageUrl'),
      words: [label, htmlIn(card, 'textValue')],
      button: buttonIn(card, isSet(card, 'showButton')),
    },
    context,
  );
}

function readHeader(card: Row, context: TextContext): Html {
  const picture = textOf(card, 'backgroundImageSrc');
  return headerCard(
    {
      name: 'header',
      title: htmlIn(card, 'header'),
      picture,
      words: [htmlIn(card, 'subheader')],
      button: buttonIn(card, isSet(card, 'buttonEnabled')),
    },
    context,
  );
}

function readProduct(card: Row, context: TextContext): Html {
  const stars = isSet(card, 'productRatingEnabled') ? starsOf(Number(field(card, 'productStarRating'))) : NONE;
  const href = isSet(card, 'productButtonEnabled') ? textOf(card, 'productUrl') : '';
  const button = { href, words: isSet(card, 'productButtonEnabled') ? textOf(card, 'productButton') : '' };
  return boxCard(
    {
      name: 'product',
      title: htmlIn(card, 'productTitle'),
      picture: textOf(card, 'productImageSrc'),
      words: [stars, htmlIn(card, 'productDescription')],
      button,
    },
    context,
  );
}

/** A rating from one star to five, as words have it. */
export function starsOf(count: number): Html {
  return count >= 1 && count <= 5 ? textIn('★'.repeat(count).padEnd(5, '☆')) : NONE;
}

function readSignup(card: Row, context: TextContext): Html {
  const words = [htmlIn(card, 'subheader'), htmlIn(card, 'disclaimer')];
  const button = { href: '', words: '' };
  return boxCard(
    { name: 'signup', title: htmlIn(card, 'header'), picture: textOf(card, 'backgroundImageSrc'), words, button },
    context,
  );
}

function readEmailCall(card: Row, context: TextContext): Html {
  const words = [wordsOf(htmlIn(card, 'html')), isSet(card, 'showButton') ? textOf(card, 'buttonText') : ''];
  return unseenCard('text for e-mails', words.join(' ').trim(), context);
}

function readTransistor(_card: Row, context: TextContext): Html {
  const advice = 'left out: its address was another one for each member';
  context.note({ kind: 'lost', what: 'private podcast of Transistor', advice });
  return NONE;
}

function buttonIn(card: Row, isShown: boolean): WordsCard['button'] {
  return isShown ? { href: textOf(card, 'buttonUrl'), words: textOf(card, 'buttonText') } : { href: '', words: '' };
}

/** What is written into a field as HTML. */
function htmlIn(card: Row, name: string): Html {
  const html = textOf(card, name);
  return html === '' ? NONE : (parseHtml(html).tree.children as Html);
}
