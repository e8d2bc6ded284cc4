import { blockDirective, element, figure } from '../../../convert/elements.ts';
import { isPicture, unknownPicture } from '../media/pictures.ts';
import type { Attachment } from '../media/attachments.ts';
import { idOf } from '../wxr/records.ts';
import { recordingTypeOf } from '../../../../../domain/media/files.ts';
import { addressOfShortcode, embedOf } from './embeds.ts';
import type { FoundShortcode } from './shortcodes.ts';
import type { TextFacts } from './text-facts.ts';

/** HTML in the place of a shortcode of WordPress's own, or of one that is as common; `undefined` if it is another. */
export function printCoreShortcode(found: FoundShortcode, facts: TextFacts): string | undefined {
  const print = Object.hasOwn(PRINTERS, found.name) ? PRINTERS[found.name] : undefined;
  if (print) return print(found, facts);
  const url = addressOfShortcode(found);
  return url === undefined ? undefined : facts.markers.block(() => [embedOf(url, facts)]);
}

type Print = (found: FoundShortcode, facts: TextFacts) => string | undefined;

const printNote: Print = ({ inner }, { notes }) =>
  inner === undefined || inner.trim() === '' ? undefined : notes.add(inner);

const PRINTERS: Readonly<Record<string, Print>> = {
  caption: printCaption,
  wp_caption: printCaption,
  gallery: printGallery,
  slideshow: printGallery,
  audio: (found, facts) => printRecording('audio', found, facts),
  video: (found, facts) => printRecording('video', found, facts),
  playlist: printPlaylist,
  footnote: printNote,
  ref: printNote,
  fn: printNote,
  efn_note: printNote,
  mfn: printNote,
};

const PICTURE_OF_CAPTION = /^(?:\s|<\/?p\b[^<>]*>|<br\b[^<>]*>)*((?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*<\/a>)?)/i;

/** `[caption id="attachment_7" …]<img …> Words[/caption]`; before 3.4 the words were an attribute. */
function printCaption({ attributes, inner = '' }: FoundShortcode): string | undefined {
  const picture = PICTURE_OF_CAPTION.exec(inner);
  if (!picture) return inner === '' ? undefined : inner;
  const behind = inner.slice(picture[0].length).replace(/^(?:\s|<br\b[^<>]*>)+/i, '');
  const words = /[^\s]/.test(behind.replace(/<[^<>]*>/g, '')) ? behind : (attributes['caption'] ?? '');
  const id = idOf(/\d+$/.exec(attributes['id'] ?? '')?.[0] ?? '');
  const shown = id === undefined ? picture[1] : picture[1]?.replace(/<img\b/i, `<img data-attachment="${id}"`);
  const kind = /^align(?:wide|full)$/.exec(attributes['align'] ?? '')?.[0] ?? 'wp-caption';
  return `<figure class="${kind}">${shown}<figcaption>${words}</figcaption></figure>`;
}

/** `[gallery ids="3,1,2"]`; without numbers all pictures that were uploaded for the post. */
function printGallery({ attributes }: FoundShortcode, facts: TextFacts): string {
  const { markers, pictures, context } = facts;
  const said = numbersIn(attributes['ids'] ?? attributes['include'] ?? '');
  const excluded = new Set(numbersIn(attributes['exclude'] ?? ''));
  const post = idOf(attributes['id'] ?? '') ?? facts.id;
  const ids =
    said.length > 0
      ? said
      : uploadedFor(post, facts, isPicture)
          .filter(({ id }) => !excluded.has(id))
          .map(({ id }) => id);
  for (const id of ids) if (!facts.attachments.withId(id)) context.note(unknownPicture(id));
  const figures = pictures.figuresOf(ids).map((picture) => figure(picture));
  if (ids.length === 0) context.note(unknownPicture(`of post ${post ?? '?'}`));
  return markers.block(() => (figures.length > 1 ? [blockDirective('gallery', {}, figures)] : figures));
}

const FORMATS = {
  audio: ['src', 'mp3', 'm4a', 'ogg', 'wav', 'opus', 'flac', 'wma', '0'],
  video: ['src', 'mp4', 'm4v', 'webm', 'ogv', 'mov', 'flv', 'wmv', '0'],
} as const;

function printRecording(
  kind: 'audio' | 'video',
  { attributes, inner = '' }: FoundShortcode,
  facts: TextFacts,
): string | undefined {
  const written = FORMATS[kind].map((name) => attributes[name]).filter((src) => src !== undefined && src !== '');
  // Before Jetpack had attributes for it: `[audio https://…/a.mp3|titles=…]`.
  const sources = written.map((src = '') => src.split('|', 1)[0] ?? '');
  const [first] = uploadedFor(facts.id, facts, (address) => isRecording(kind, address));
  const src = sources.find((source) => isRecording(kind, source)) ?? sources[0] ?? first?.address;
  if (src === undefined) return inner.trim() === '' ? undefined : inner;
  const poster = kind === 'video' ? attributes['poster'] : undefined;
  const player = element(kind, { src, ...(poster ? { poster } : {}) });
  return facts.markers.block((children) => [player, ...children], inner);
}

/** Players, one below the other. */
function printPlaylist({ attributes }: FoundShortcode, facts: TextFacts): string {
  const kind = attributes['type'] === 'video' ? 'video' : 'audio';
  const said = numbersIn(attributes['ids'] ?? attributes['include'] ?? '');
  const known = said.map((id) => facts.attachments.withId(id)).filter((attachment) => attachment !== undefined);
  for (const id of said) if (!facts.attachments.withId(id)) facts.context.note(unknownPicture(id));
  const tracks = said.length > 0 ? known : uploadedFor(facts.id, facts, (address) => isRecording(kind, address));
  return facts.markers.block(() => tracks.map(({ address, title }) => element(kind, { src: address, title })));
}

function numbersIn(list: string): readonly string[] {
  return list.split(/[\s,]+/).flatMap((number) => idOf(number) ?? []);
}

function uploadedFor(
  post: string | undefined,
  { attachments }: TextFacts,
  fits: (address: string) => boolean,
): readonly Attachment[] {
  return attachments.of(post).filter(({ address }) => fits(address));
}

function isRecording(kind: 'audio' | 'video', address: string): boolean {
  return recordingTypeOf(address.split(/[?#]/, 1)[0] ?? '')?.kind === kind;
}

/** Shortcodes whose text is code: those of the plugin SyntaxHighlighter. */
export const CODE_SHORTCODES: ReadonlySet<string> = new Set(
  [
    'code sourcecode source as3 actionscript3 bash shell coldfusion cf c cpp csharp css delphi pascal diff patch erlang fsharp go groovy html',
    'java javafx javascript js jscript latex matlab objc perl pl php powershell py python r ruby rails scala sql swift vb vbnet xhtml xml xslt',
  ].flatMap((names) => names.split(' ')),
);

/** A listing. Its signs are escaped if the editor of the old site did that. */
export function printCode({ name, attributes, inner = '' }: FoundShortcode, { markers }: TextFacts): string {
  const isLanguage = !['code', 'sourcecode', 'source'].includes(name);
  const language = isLanguage ? name : (attributes['lang'] ?? attributes['language'] ?? '');
  const written = inner.includes('<')
    ? inner
    : inner.replace(/&(lt|gt|amp|quot|#0?39);/g, (_, entity: string) => SIGNS[entity] ?? "'");
  const properties = /^[\w+#.-]+$/.test(language) ? { className: `language-${language}` } : {};
  return markers.block(() => [element('pre', properties, [{ type: 'text', value: written }])]);
}

const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
