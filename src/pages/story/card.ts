import type { Label } from '../../domain/story/article.ts';
import type { Story } from '../../domain/story/story.ts';
import { escapeHtml, type Html } from '../../domain/html.ts';
import type { Picture } from '../../domain/media/files.ts';
import { focusShown, type PrintedFiles, printFiles } from '../../domain/media/printed-picture.ts';
import type { Focus, PictureShape } from '../../domain/media/recipes.ts';
import { href, type Site } from '../../domain/site/site.ts';
import { type Words, wordsIn } from '../../words/words.ts';
import { type ListedTime, listTime } from '../../time/short-time.ts';
import { directionOf } from '../../words/language-names.ts';

/** A story as it looks on a front. */
export interface Card extends Headline {
  readonly kicker: string | undefined;
  readonly label: PrintedLabel | undefined;
  /** “Live”, while it is. */
  readonly live: string | undefined;
  readonly dek: Html | undefined;
  readonly picture: PrintedPicture | undefined;
}

/** What kind of story it is, as a reader is told. */
export interface PrintedLabel {
  readonly text: string;
  /** Whether it was paid for, which must be seen at a glance. */
  readonly isPaid: boolean;
}

/** A picture as it is put into a page. */
export interface PrintedPicture extends PrintedFiles {
  readonly alt: string;
  /** Classes that keep its subject in view where the picture is cropped, see `layouts/styles/cards.css`. */
  readonly focus: string | undefined;
  readonly caption: Html | undefined;
  readonly credit: string | undefined;
  /** Address of the licence under which it is shown. */
  readonly licence: string | undefined;
}

const cards = new WeakMap<Story, Card>();

/** The card of a story: made once, however many fronts show it. */
export function makeCard(story: Story, site: Site): Card {
  const known = cards.get(story);
  if (known) return known;
  const card = newCard(story, site);
  cards.set(story, card);
  return card;
}

function newCard(story: Story, site: Site): Card {
  const { article, section, live } = story;
  const words = wordsIn(article.language, site.words);
  return {
    ...makeHeadline(story, site),
    kicker: article.kicker ?? section?.title,
    label: article.label && printLabel(article.label, words),
    live: live?.phase === 'on' ? words('live') : undefined,
    dek: article.dek?.html,
    picture: article.picture && cardPicture(article.picture, site),
  };
}

/** In pixels: as wide as the picture of a card in a list is. */
const LEAST_ON_CARDS = 224;

/** The picture of a card; nothing where it would have to be enlarged. */
function cardPicture(picture: Picture, site: Site): PrintedPicture | undefined {
  const printed = printPicture(picture, 'card', site);
  return hasWidth(printed, LEAST_ON_CARDS) ? printed : undefined;
}

/** Whether a picture has so many pixels in its width; a drawing has as many as are asked for. */
export function hasWidth({ src, widest = 0 }: PrintedFiles, pixels: number): boolean {
  return src.endsWith('.svg') || widest >= pixels;
}

/** A label in the words of the story's language. */
export function printLabel(label: Label, words: Words): PrintedLabel {
  return { text: words(`label.${label}`), isPaid: label === 'sponsored' };
}

/** A picture in a shape, with the addresses of its files. */
export function printPicture(
  { file, alt, caption, credit, licence, focus }: Picture,
  shape: PictureShape,
  site: Site,
): PrintedPicture {
  return {
    ...printFiles(file, shape, { focus, site }),
    alt,
    focus: focus && focusClasses(focusShown(file, shape, focus)),
    caption: caption?.html,
    credit,
    licence,
  };
}

/** The classes of a focus, to the nearest tenth of each side; the middle, which is where browsers crop around, needs none. */
function focusClasses([x, y]: Focus): string | undefined {
  const tenths = [
    ['x', Math.round(x / 10)],
    ['y', Math.round(y / 10)],
  ] as const;
  const classes = tenths.flatMap(([side, tenth]) => (tenth === 5 ? [] : [`focus-${side}${tenth}`]));
  return classes.length > 0 ? classes.join(' ') : undefined;
}

/** A story in a list, by its headline and its time. */
export interface Headline {
  readonly href: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly headline: Html;
  /** The same without markup. */
  readonly name: string;
  /** On fronts its short form is that of their day, see `pages/lists/short-times.ts`. */
  readonly time: ListedTime;
  /** What else a list says of it: “Part 2”. */
  readonly note: string | undefined;
}

const headlines = new WeakMap<Story, Headline>();

/** The headline of a story: made once, however many lists show it. */
export function makeHeadline(story: Story, site: Site): Headline {
  const known = headlines.get(story);
  if (known) return known;
  const { article, url } = story;
  const headline: Headline = {
    href: href(site, url),
    language: article.language,
    direction: directionOf(article.language),
    headline: article.shortHeadline === undefined ? article.headline.html : escapeHtml(article.shortHeadline),
    name: article.shortHeadline ?? article.headline.text,
    time: listTime(article.date, article.language, site.timeZone),
    note: undefined,
  };
  headlines.set(story, headline);
  return headline;
}
