import type { ImportNote } from '../../../archive.ts';
import { recordingTypeOf } from '../../../../../domain/media/files.ts';
import { dedented, destination, directive, figure, fence, label, link } from './print.ts';
import type { Call } from './render-calls.ts';
import { type Attributes, noAttributes } from './tag.ts';
import { WIKI_EMBED, WIKI_LINK } from './wiki.ts';
import { PICTURE_FILE } from '../text/figures.ts';
import type { Pieces } from '../text/pieces.ts';

/** What those that print calls ask of the text around. */
export interface CallTools {
  readonly pieces: Pieces;
  /** A line of Markdown, with its links as they are to be. */
  line(markdown: string): string;
  /** The new name of a medium; `undefined` where there is none. */
  media(address: string): string | undefined;
  /** The address of a text of the archive, by the file or the name that a call names it with; where there is none, a note says so. */
  reference(name: string, language: string | undefined): string | undefined;
  /** The address of a file, by its name. */
  file(name: string): string | undefined;
  note(note: ImportNote): void;
  /** A plain value of the text's front matter or of the site. */
  value(path: string): string | undefined;
}

type Printer = (call: Call, tools: CallTools) => string | undefined;

const REFERENCES = ['ref', 'relref', 'post_url', 'link'];
const ASSETS = ['asset_url', 'asset_path'];

/** Calls that say the same in every system. Each gives Markdown, or `undefined` where it is not what its name says. */
const PRINTERS: ReadonlyMap<string, Printer> = new Map<string, Printer>([
  ...named(['figure', 'fig', 'img', 'image', 'picture', 'imgproc', 'responsive_image', 'asset_img'], printFigure),
  ...named(
    ['youtube', 'youtubeembed', 'youtubeplayer', 'lite-youtube'],
    embedded(/[\w-]{5,20}/, (id) => `https://www.youtube.com/watch?v=${id}`),
  ),
  ...named(
    ['vimeo', 'vimeo_simple'],
    embedded(/\d+/, (id) => `https://vimeo.com/${id}`),
  ),
  ...named(
    ['instagram', 'instagram_simple'],
    embedded(/[\w-]+/, (id) => `https://www.instagram.com/p/${id}/`),
  ),
  ...named(['tweet', 'twitter', 'twitter_simple', 'x', 'x_simple'], printTweet),
  ['gist', printGist],
  ...named(['embed', 'iframe', 'oembed'], (call, tools) => printEmbed(addressOf(call.attributes), call, tools)),
  ...named(['audio', 'video', 'mp3', 'vid'], printRecording),
  ...named(REFERENCES, printReference),
  [WIKI_LINK, printWikiLink],
  [WIKI_EMBED, printWikiEmbed],
  ...named(['highlight', 'codeblock', 'code-block'], printCode),
  ['details', printDetails],
  // Hugo's own: what nobody was to see. A component of that name says something.
  ['comment', ({ source }) => (source.startsWith('<') ? undefined : '')],
  ['param', ({ attributes }, { value }) => value(attributes['0'] ?? attributes['name'] ?? '')],
  ...named(ASSETS, ({ attributes }) => attributes['0']),
]);

/** Whether what a call is printed as is an address, or a value, and no Markdown. */
export function isAddressCall({ name }: Call): boolean {
  return [...REFERENCES, ...ASSETS, 'param'].includes(name.toLowerCase());
}

/** What a call is printed as, if it is one that many systems have. Names of files count without folder and ending: `include figure.html`. */
export function printKnownCall(call: Call, tools: CallTools): string | undefined {
  const name = call.name.replace(/^\w+ (?:[^\s]*\/)?/, '').replace(/\.(?:html|njk|liquid|md)$/, '');
  return PRINTERS.get(name.toLowerCase())?.(call, tools);
}

function named(names: readonly string[], printer: Printer): readonly (readonly [string, Printer])[] {
  return names.map((name) => [name, printer] as const);
}

function printFigure(call: Call, tools: CallTools): string | undefined {
  const { attributes, content } = call;
  const named = firstOf(attributes, ['src', 'url', 'path', 'image', 'image_path', 'file', 'filename', 'source']);
  const inOrder = named === undefined ? picturesWords(call) : undefined;
  const src = named ?? inOrder?.src;
  if (src === undefined || src === '') return undefined;
  const said = [
    firstOf(attributes, ['title']) ?? inOrder?.title,
    content?.trim() || firstOf(attributes, ['caption', 'legend', 'description']),
  ];
  const captions = said.filter((text) => text !== undefined && text !== '').map((text) => tools.line(text ?? ''));
  const alt =
    firstOf(attributes, ['alt', 'imageAlt', 'image_alt']) ??
    (attributes['src'] === undefined
      ? (inOrder?.alt ?? (named === undefined ? undefined : attributes['0']))
      : undefined);
  const credit = firstOf(attributes, ['attr', 'credit', 'attribution']);
  const { link: around } = attributes;
  if (around !== undefined && around !== '' && !PICTURE_FILE.test(around))
    tools.note({
      kind: 'changed',
      what: 'link around a picture',
      advice: 'the picture stands without it',
      detail: around,
    });
  return figure(
    { src, alt, caption: captions.join(/[.!?。！？…]$/.test(captions[0] ?? '') ? ' ' : '. '), credit },
    tools.pieces,
  );
}

/** What is said without names: `img left /a.jpg 350 350 "Title" "What it shows"` of Octopress, `image "a.jpg", "What it shows"`, `picture a.jpg --alt "…"`. */
function picturesWords({ name, attributes }: Call): {
  src: string | undefined;
  title?: string | undefined;
  alt?: string | undefined;
} {
  const values = Object.keys(attributes).flatMap((key) => (/^\d+$/.test(key) ? [attributes[key] ?? ''] : []));
  const at = Math.max(
    0,
    values.findIndex((value) => PICTURE_FILE.test(value)),
  );
  const option = values.indexOf('--alt');
  const behind = values.slice(at + 1);
  const words = behind.filter((value) => /\p{L}/u.test(value) && !/^(?:--|\(|\d+x)|^\d+(?:px|%|v[wh])?$/.test(value));
  if (option >= 0) return { src: values[at], alt: values[option + 1] };
  // What is to be done with the picture stands there.
  if (/^imgproc$|_/.test(name) && behind.some((value) => /^(?:resize|fit|fill|crop)$/i.test(value)))
    return { src: values[at] };
  if (name === 'imgproc') return { src: values[at] };
  return name === 'img' && words.length > 1
    ? { src: values[at], title: words[0], alt: words[1] }
    : { src: values[at], alt: words[0] };
}

function embedded(shape: RegExp, address: (id: string) => string): Printer {
  const whole = new RegExp(`^(?:${shape.source})$`);
  return (call, tools) => {
    const id = firstOf(call.attributes, ['id', 'videoId', 'videoid', 'video_id', 'playlabel', '0', 'url', 'src']);
    if (id === undefined) return undefined;
    return printEmbed(whole.test(id) ? address(id) : id, call, tools);
  };
}

function printEmbed(address: string | undefined, { attributes }: Call, { pieces }: CallTools): string | undefined {
  const url = webAddress(address);
  if (url === undefined) return undefined;
  const title = firstOf(attributes, ['title', 'caption', 'alt', 'label']);
  return pieces.block(directive('embed', { url, title }), link(title ?? url, url));
}

function printTweet(call: Call, tools: CallTools): string | undefined {
  const { attributes } = call;
  const id = firstOf(attributes, ['id', 'tweetId', 'tweetid']) ?? attributes['1'] ?? attributes['0'];
  if (id === undefined) return undefined;
  if (!/^\d+$/.test(id)) return printEmbed(addressOf(attributes) ?? id, call, tools);
  const user = attributes['user'] ?? (attributes['1'] === undefined ? undefined : attributes['0']);
  return printEmbed(`https://x.com/${/^\w+$/.test(user ?? '') ? user : 'i'}/status/${id}`, call, tools);
}

function printGist(call: Call, tools: CallTools): string | undefined {
  const { attributes } = call;
  const words = ['url', 'user', 'username', '0', 'id', 'gist_id', '1']
    .map((name) => attributes[name])
    .filter((word) => word !== undefined);
  const whole =
    words.find((word) => /^https?:/.test(word)) ??
    `https://gist.github.com/${words.slice(0, words[0]?.includes('/') ? 1 : 2).join('/')}`;
  return words.length > 0 && /^https:\/\/[\w./-]+$/.test(whole) ? printEmbed(whole, call, tools) : undefined;
}

function printRecording(call: Call, tools: CallTools): string | undefined {
  const { attributes, name } = call;
  const provider = attributes['provider']?.toLowerCase();
  const known = provider === undefined ? undefined : PRINTERS.get(provider);
  if (known && known !== printRecording) return known(call, tools);
  const src = firstOf(attributes, ['src', 'url', 'mp4', 'webm', 'file', 'path', '0']);
  if (src === undefined) return undefined;
  const recording = recordingTypeOf(src.split(/[?#]/, 1)[0] ?? '');
  const file = recording ? tools.media(src) : undefined;
  if (!recording || file === undefined) return printEmbed(src, call, tools);
  const title = firstOf(attributes, ['title', 'caption']);
  const poster = recording.kind === 'video' ? firstOf(attributes, ['poster']) : undefined;
  const printed = directive(recording.kind, {
    src: file,
    title,
    poster: poster === undefined ? undefined : tools.media(poster),
  });
  return tools.pieces.block(printed, link(title ?? name, file));
}

function printReference(call: Call, tools: CallTools): string | undefined {
  const { attributes, content } = call;
  const { href } = attributes;
  if (href !== undefined && content !== undefined) return `[${content.trim()}](${destination(href)})`;
  const name = attributes['path'] ?? attributes['0'];
  if (name === undefined) return undefined;
  // `{% link %}` names files of all kinds.
  const file = call.name === 'link' ? wikiFile(name, tools) : undefined;
  return file ?? tools.reference(name, attributes['lang']) ?? encodeURI(name);
}

/** `[[Page#Heading|words]]`; what leads to no text leaves its words. */
function printWikiLink({ attributes }: Call, tools: CallTools): string {
  const [page = '', ...headings] = (attributes['0'] ?? '').split('#');
  const words =
    attributes['1'] || [page, ...headings].filter((part) => part !== '' && !part.startsWith('^')).join(' › ');
  const address = page.trim() === '' ? '' : (wikiFile(page, tools) ?? tools.reference(page.trim(), undefined));
  if (address === undefined) return label(words);
  const heading = headings.at(-1) ?? '';
  // A mark of a block is none that a page has.
  const fragment = heading === '' || heading.startsWith('^') ? '' : `#${encodeURIComponent(headingSlug(heading))}`;
  return address + fragment === '' ? label(words) : link(words, address + fragment);
}

/** `![[picture.png|300]]`: a picture, a recording, or another file; another text is not shown within this one. */
function printWikiEmbed(call: Call, tools: CallTools): string | undefined {
  const [name = '', ...rest] = (call.attributes['0'] ?? '').split('#');
  const said = call.attributes['1'];
  const words = said === undefined || /^\d+(?:x\d+)?$/.test(said) ? undefined : said;
  if (PICTURE_FILE.test(name))
    return figure(
      { src: wikiFile(name, tools) ?? name, alt: words, caption: undefined, credit: undefined },
      tools.pieces,
    );
  if (recordingTypeOf(name)) {
    const attributes = Object.assign(
      noAttributes(),
      { src: wikiFile(name, tools) ?? name },
      words ? { title: words } : {},
    );
    return printRecording({ ...call, attributes }, tools);
  }
  if (wikiFile(name, tools) === undefined)
    tools.note({
      kind: 'changed',
      what: 'text shown within another',
      advice: 'a link leads to it',
      detail: call.source,
    });
  return printWikiLink(
    { ...call, attributes: Object.assign(noAttributes(), { 0: [name, ...rest].join('#') }, words ? { 1: words } : {}) },
    tools,
  );
}

/** A file that is no text: of those the name has its ending. */
function wikiFile(name: string, tools: CallTools): string | undefined {
  return /\.(?!(?:md|markdown|mdx)$)[a-z\d]{1,5}$/i.test(name.trim()) ? tools.file(name.trim()) : undefined;
}

/** What a heading is called in addresses, by GitHub's rule. */
function headingSlug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
}

function printCode({ attributes, content, name }: Call, { pieces }: CallTools): string | undefined {
  if (content === undefined) return undefined;
  const language = firstOf(attributes, name === 'highlight' ? ['lang', 'language', '0'] : ['lang', 'language']);
  // Within a list the code is indented as the command is.
  const code = dedented(content.replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, '').replace(/^[ \t]*\n|\n[ \t]*$/g, ''));
  return pieces.block(fence(code, language ?? ''), `\`${code.split('\n', 1)[0]}\``);
}

function printDetails({ attributes, content }: Call, { pieces }: CallTools): string | undefined {
  if (content === undefined) return undefined;
  const summary = (firstOf(attributes, ['summary', 'title', '0']) ?? '').replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const begin = pieces.block(`<details>${summary === '' ? '' : `\n<summary>${summary}</summary>`}`, '');
  return `${begin}\n\n${content.trim()}\n\n${pieces.block('</details>', '')}`;
}

function addressOf(attributes: Attributes): string | undefined {
  return firstOf(attributes, ['url', 'src', 'href', 'link', '0']);
}

function webAddress(address: string | undefined): string | undefined {
  const whole = address?.startsWith('//') ? `https:${address}` : address;
  if (whole === undefined || !/^https?:\/\/[^\s/]/i.test(whole) || !URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  return url.username === '' ? url.href : undefined;
}

/** The value of the first attribute that is there and not empty. Capitals count. */
function firstOf(attributes: Attributes, names: readonly string[]): string | undefined {
  return names.map((name) => attributes[name]).find((value) => value !== undefined && value !== '');
}
