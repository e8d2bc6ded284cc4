import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { demoFolder, demoPages, storyPages } from '../site/demo.ts';
import type { Banner } from './journeys/journey.ts';

/** What a banner in a language must be, wherever it is shown. */
export function expectedBanner({ words }: Payload, language: string): Partial<Banner> {
  const { message, update, dismiss, label } = words[language] ?? {};
  if (message === undefined || update === undefined || dismiss === undefined || label === undefined) {
    throw new Error(`The script for old browsers has no words in ${language}`);
  }
  return {
    role: 'region',
    label,
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    text: `${message} ${update}${dismiss}`,
    linkText: update,
    buttonType: 'button',
    buttonText: dismiss,
  };
}

/** What the banner says in one language. */
export interface Words {
  readonly message: string;
  readonly update: string;
  readonly dismiss: string;
  readonly label: string;
}

/** The script that only old browsers ask for, as the demo was built with it. */
export interface Payload {
  /** The path of its address. */
  readonly path: string;
  readonly words: Readonly<Record<string, Words>>;
}

const STRING = String.raw`"(?:[^"\\]|\\.)*"`;
const FOUR = new RegExp(String.raw`["']?([a-z-]+)["']?:\[(${STRING}),(${STRING}),(${STRING}),(${STRING})\]`, 'g');

/** Finds the script by what the home page asks for, and its words by how they stand in it: four to a language. */
export function readPayload(): Payload {
  const home = demoPages().find(({ path }) => path === '/')?.html ?? '';
  const [, path] = /<script>[^<]*"(\/assets\/[\w.-]+\.js)"[^<]*<\/script>/.exec(home) ?? [];
  if (path === undefined) throw new Error('The home page asks for no script, expected one for old browsers');
  const code = readFileSync(join(demoFolder(), path), 'utf8');
  const words = [...code.matchAll(FOUR)].map(([, language = '', ...strings]) => {
    const [message = '', update = '', dismiss = '', label = ''] = strings.map(unquote);
    return [language, { message, update, dismiss, label }] as const;
  });
  if (words.length === 0) throw new Error(`No words are in ${path}, expected four in each language`);
  return { path, words: Object.fromEntries(words) };
}

/** JSON has no `\\xe1`, which is shorter. */
function unquote(string: string): string {
  return JSON.parse(string.replace(/\\x([0-9a-f]{2})/gi, '\\u00$1')) as string;
}

/** The path of the home page. */
export const HOME = '/';

/** The path of the demo's first story in a language. */
export function storyIn(language: 'en-GB' | 'es' | 'ar'): string {
  const story = storyPages().find(({ tags }) => tags[0]?.attributes['lang'] === language);
  if (story === undefined) throw new Error(`No story of the demo is in ${language}`);
  return story.path;
}

/** A page whose reader is told, by the name of its picture, and the language that its banner is in. */
export interface ToldPage {
  readonly name: string;
  readonly path: string;
  readonly language: string;
}

/** The home page, and a story in each language of the demo. */
export function toldPages(): readonly ToldPage[] {
  return [
    { name: 'home', path: HOME, language: 'en' },
    { name: 'story', path: storyIn('en-GB'), language: 'en' },
    { name: 'spanish', path: storyIn('es'), language: 'es' },
    { name: 'arabic', path: storyIn('ar'), language: 'ar' },
  ];
}

/** Pixels: the banner begins here, and reaches further. */
const REACH = 60;
/** Of 255; pictures are not exact to the last bit. */
const NEAR = 3;

/**
 * How much of the top of a picture has a colour, from 0 to 1: what a script is told of a page is not yet what is painted.
 *
 * @param colour As a computed style has it, `rgb(1, 2, 3)`.
 */
export async function painted(file: string, colour: string): Promise<number> {
  const wanted = (colour.match(/\d+/g) ?? []).map(Number);
  const picture = sharp(file).removeAlpha();
  const { width } = await picture.metadata();
  const pixels = await picture.extract({ left: 0, top: 0, width, height: REACH }).raw().toBuffer();
  let count = 0;
  for (let at = 0; at < pixels.length; at += 3) {
    if (wanted.every((value, channel) => Math.abs(value - (pixels[at + channel] ?? 0)) <= NEAR)) count += 1;
  }
  return count / (width * REACH);
}
