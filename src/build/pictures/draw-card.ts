import type { OverlayOptions } from 'sharp';
import { escapeXml } from '../../formats/xml.ts';
import { CARD_SIZE, type SocialCard } from '../../pages/site/social-card.ts';
import { FONT, loadFonts } from './fonts.ts';
import { loadSharp } from './sharp.ts';

/** Raised when the same card is drawn in another way. */
export const CARD_FORM = '1';

const PAPER = '#fffdf8';
const INK = '#1a1917';
/** In pixels. */
const MARGIN = 72;
const BAR = 20;
const TOP = 84;
const KICKER = { size: 34, height: 46, below: 18 };
const MASTHEAD = { size: 40, height: 56 };
/** A headline is as large as its room lets it be. */
const SIZES = [86, 76, 66, 58, 50, 43] as const;
/** The title of the site alone stands in one line where it can. */
const TITLE = { sizes: [104, ...SIZES], height: 150 };
const WIDTH = CARD_SIZE.width - 2 * MARGIN;

/** Draws a card: a bar in the colour of the section, the section, the headline, and the title of the site at the foot. A PNG. */
export async function drawCard(card: SocialCard): Promise<Buffer> {
  await loadFonts();
  const { masthead, kicker, headline, colour, direction } = card;
  const place = ({ width }: Text): number => (direction === 'rtl' ? CARD_SIZE.width - MARGIN - width : MARGIN);
  const layers: OverlayOptions[] = [block({ left: 0, top: 0, width: CARD_SIZE.width, height: BAR }, colour)];
  if (headline === undefined) {
    const title = await fitText(masthead, { height: TITLE.height, sizes: TITLE.sizes, ink: INK });
    layers.push({ ...title.layer, left: place(title), top: Math.round((CARD_SIZE.height - title.height) / 2) });
  } else {
    let top = TOP;
    if (kicker !== undefined) {
      const text = await fitOnce(kicker, { height: KICKER.height, sizes: [KICKER.size], ink: colour });
      layers.push({ ...text.layer, left: place(text), top });
      top += KICKER.height + KICKER.below;
    }
    const foot = CARD_SIZE.height - MARGIN - MASTHEAD.height;
    const text = await fitText(headline, { height: foot - 56 - top, sizes: SIZES, ink: INK });
    layers.push({ ...text.layer, left: place(text), top });
    const title = await fitOnce(masthead, { height: MASTHEAD.height, sizes: [MASTHEAD.size, 32, 26], ink: colour });
    layers.push(block({ left: MARGIN, top: foot - 28, width: WIDTH, height: 3 }, INK), {
      ...title.layer,
      left: place(title),
      top: foot,
    });
  }
  // More effort takes six times as long, and saves a tenth of twenty kilobytes.
  return loadSharp()({ create: { ...CARD_SIZE, channels: 3, background: PAPER } })
    .composite(layers)
    .png({ palette: true, colours: 32, dither: 0, effort: 1, compressionLevel: 6 })
    .toBuffer();
}

/** A text that was drawn. */
interface Text {
  readonly layer: OverlayOptions;
  readonly width: number;
  readonly height: number;
}

/** Sections and titles, as they were drawn: there are few of them, and each is on many cards. */
const drawnOnce = new Map<string, Promise<Text>>();

function fitOnce(text: string, room: Room): Promise<Text> {
  const key = JSON.stringify([text, room]);
  const drawn = drawnOnce.get(key) ?? fitText(text, room);
  drawnOnce.set(key, drawn);
  return drawn;
}

/** How high a text may be, how large its letters from the largest on, and in which colour. */
interface Room {
  readonly height: number;
  readonly sizes: readonly number[];
  readonly ink: string;
}

/** Draws a text as large as it can be within the width of a card and a height; what is too long for the smallest size loses its end. */
async function fitText(text: string, { height, sizes, ink }: Room): Promise<Text> {
  for (const size of sizes) {
    const drawn = await draw(text, size, ink);
    if (drawn.height <= height && drawn.width <= WIDTH) return drawn;
  }
  const size = sizes.at(-1) ?? 0;
  const words = text.split(' ');
  let [least, most] = [0, words.length - 1];
  let best = await draw('…', size, ink);
  while (least < most) {
    const count = Math.ceil((least + most) / 2);
    const drawn = await draw(`${words.slice(0, count).join(' ')}…`, size, ink);
    if (drawn.height <= height && drawn.width <= WIDTH) [least, best] = [count, drawn];
    else most = count - 1;
  }
  return best;
}

async function draw(text: string, size: number, ink: string): Promise<Text> {
  const { data, info } = await loadSharp()({
    text: {
      text: `<span foreground="${ink}">${escapeXml(text)}</span>`,
      font: `${FONT} ${size}`,
      width: WIDTH,
      dpi: 72,
      rgba: true,
      wrap: 'word-char',
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return { layer: { input: data, raw: { width, height, channels } }, width, height };
}

function block(
  {
    left,
    top,
    width,
    height,
  }: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  colour: string,
): OverlayOptions {
  return { input: { create: { width, height, channels: 3, background: colour } }, left, top };
}
