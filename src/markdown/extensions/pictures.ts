import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { WordsWithoutPicture } from '../../../layouts/directives/figure-words.tsx';
import { Figure, Picture } from '../../../layouts/directives/picture.tsx';
import { asHtml, type Html } from '../../domain/html.ts';
import type { MediaFile } from '../../domain/media/files.ts';
import { printFiles } from '../../domain/media/printed-picture.ts';
import { type Needle, needlesFor } from '../../domain/content/source.ts';
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import { didYouMean } from '../../diagnostics/wording.ts';
import { quote } from '../../diagnostics/wording.ts';
import { readAttributes } from '../directives/attributes.ts';
import { type Environment, linesOf } from '../environment.ts';
import { printBlock, printLayout } from '../print-layout.ts';
import { wordsOf } from '../words-of.ts';
import { findPicture } from '../media/find-file.ts';

export const PICTURE_ATTRIBUTES: readonly string[] = ['credit', 'decorative', '.wide', '.full', '.zoom'];

/** How far beside the text a figure reaches. */
const REACHES = ['wide', 'full'] as const;

/**
 * Pictures: `![alt](photo.jpg "Caption"){credit="Name / Agency"}`. Alone in a paragraph one is a figure; within a
 * sentence it is part of the line. Width and height are the file's own, so that nothing shifts when it arrives. A figure may be wider than the
 * text (`{.wide}`, `{.full}`), and open larger (`{.zoom}`).
 */
export function pictures(markdown: MarkdownIt): void {
  readAttributesAfterImages(markdown);
  markdown.core.ruler.push('pictures', ({ tokens, env }) => {
    tokens.forEach((block, index) => {
      if (block.type !== 'inline') return;
      const children = block.children ?? [];
      if (!children.some(({ type }) => type === 'image')) return;
      const images = children.filter(({ type }) => type === 'image');
      const [open, close] = [tokens[index - 1], tokens[index + 1]];
      const isAlone = children.length === 1 && open?.type === 'paragraph_open' && close?.type === 'paragraph_close';
      if (isAlone && images.length === 1) {
        open.hidden = true;
        close.hidden = true;
        for (const image of images) image.meta = { ...image.meta, isFigure: true };
      }
      for (const [nth, image] of images.entries()) check(image, { block, nth }, env as Environment);
    });
  });
  markdown.renderer.rules['image'] = (tokens, index, options, env, renderer) => {
    const token = tokens[index];
    if (!token) return '';
    const { caption } = metaOf(token);
    const words = caption && asHtml(renderer.renderInline(caption.children ?? [], options, env));
    return print(token, { alt: wordsOf(token.children ?? []), caption: words }, env as Environment);
  };
}

/** Attributes must be read before quotes are made typographic, so right after the image is. */
function readAttributesAfterImages(markdown: MarkdownIt): void {
  markdown.inline.ruler.after('image', 'picture-attributes', (state, silent) => {
    const image = state.tokens.at(-1);
    if (silent || state.src[state.pos] !== '{' || image?.type !== 'image' || state.pending !== '') return false;
    const attributes = readAttributes(state.src, state.pos);
    if (!attributes) {
      image.meta = { unreadable: state.src.slice(state.pos, state.pos + 20).split('\n', 1)[0] };
      return false;
    }
    image.meta = { attributes: attributes.values };
    state.pos = attributes.end;
    return true;
  });
}

/** Where an image stands: it is the nth of a block. */
interface ImagePlace {
  readonly block: Token;
  readonly nth: number;
}

/** Notes what is wrong with an image. */
type Note = (
  code: DiagnosticCode,
  at: { readonly needles: readonly Needle[]; readonly nth?: number },
  message: string,
  hint: string,
) => void;

function check(image: Token, { block, nth }: ImagePlace, environment: Environment): void {
  const { path, findings } = environment;
  const lines = linesOf(environment, block.map);
  const note: Note = (code, at, message, hint) => {
    findings.push({ code, path, at: { kind: 'text', lines, nth: 0, ...at }, message, hint });
  };
  const source = image.attrGet('src') ?? '';
  const written = decodeSource(source);
  const found = findPicture(environment.media, path, written);
  if (found.kind === 'found') {
    image.meta = { ...image.meta, file: found.file };
    environment.usedMedia.add(found.file.path);
  } else {
    const needles = needlesFor([source, written], ['](', '](<', '']);
    note(found.code, { needles }, found.message, found.hint);
  }
  if (image.content.trim() === '' && !attributesOf(image).has('decorative')) {
    if (metaOf(image).isHtml) {
      note(
        'picture-alt',
        { needles: needlesFor(['<img', '<IMG'], ['']), nth },
        'Unexpected picture without a description, expected what it shows in `alt="…"`',
        'say what the picture shows, or write `alt=""` if it adds nothing',
      );
      return;
    }
    note(
      'picture-alt',
      { needles: [{ before: '', text: '![' }], nth },
      'Unexpected picture without a description, expected what it shows between `![` and `]`',
      'say what the picture shows, or write `{decorative}` after it if it adds nothing',
    );
  }
  checkAttributes(image, note);
}

/** What is known of an image before it is printed. */
interface ImageMeta {
  readonly attributes?: ReadonlyMap<string, string>;
  /** What stands in braces behind it and cannot be read. */
  readonly unreadable?: string;
  readonly file?: MediaFile;
  readonly isFigure?: boolean;
  readonly isInGallery?: boolean;
  /** Whether it was written in HTML. */
  readonly isHtml?: boolean;
  /** What HTML has below it, see `captions` in `html/html.ts`. */
  readonly caption?: Token;
}

function metaOf({ meta }: Token): ImageMeta {
  return (meta as ImageMeta | null) ?? {};
}

function checkAttributes(image: Token, note: Note): void {
  const { unreadable } = metaOf(image);
  if (unreadable !== undefined) {
    const message = `Unexpected ${quote(unreadable)} after a picture, expected \`{credit="…"}\``;
    const needles = [{ before: '', text: unreadable }];
    note('picture-attribute', { needles }, message, 'close the quotes and the brace on the same line');
  }
  const attributes = [...attributesOf(image)];
  for (const [place, [name, value]] of attributes.entries()) {
    if (PICTURE_ATTRIBUTES.includes(name)) continue;
    const [before, begun] = attributes[place - 1] ?? [];
    // A value without quotes ends at the first space.
    const isWord = value === '' && begun !== undefined && begun !== '' && !begun.includes(' ');
    const otherwise = isWord ? `put quotes around the whole value: \`${before}="${begun} ${name}"\`` : 'remove it';
    const needles = needlesFor([name], ['{', ' ', '']);
    const message = `Unexpected attribute ${quote(name)}, expected \`credit\`, \`decorative\`, \`.wide\`, \`.full\` or \`.zoom\``;
    note('picture-attribute', { needles }, message, didYouMean(name, PICTURE_ATTRIBUTES, otherwise));
  }
  checkWidth(image, note);
}

/** Only what stands alone and has the column to itself can leave it. */
function checkWidth(image: Token, note: Note): void {
  const { isFigure, isInGallery } = metaOf(image);
  const classes = PICTURE_ATTRIBUTES.filter((name) => name.startsWith('.') && attributesOf(image).has(name));
  const [first, second] = classes.filter((name) => name !== '.zoom');
  const complain = (name: string, message: string, hint: string): void =>
    note('picture-attribute', { needles: needlesFor([name], ['{', ' ', '']) }, message, hint);
  if (classes[0] !== undefined && !isFigure) {
    const message = `Unexpected ${quote(classes[0])} for a picture within a sentence, expected one that stands alone`;
    complain(classes[0], message, 'put the picture into a paragraph of its own');
  } else if (first !== undefined && isInGallery) {
    complain(
      first,
      `Unexpected ${quote(first)} in a gallery, expected no width`,
      'remove it: a gallery sets the width of its pictures',
    );
  } else if (second !== undefined) {
    complain(second, `Unexpected ${quote(second)} beside \`.wide\`, expected one width`, 'remove one of the two');
  }
}

/** What is said of an image, ready to be printed. */
interface ImageWords {
  readonly alt: string;
  readonly caption: Html | undefined;
}

function print(token: Token, words: ImageWords, environment: Environment): string {
  const { file, isFigure } = metaOf(token);
  const attributes = attributesOf(token);
  const title = token.attrGet('title');
  const below = {
    caption: words.caption ?? (title ? environment.renderLine(title) : undefined),
    credit: attributes.get('credit') || undefined,
  };
  if (!file) return isFigure && (below.caption ?? below.credit) ? printBlock(WordsWithoutPicture, below) : '';
  const alt = attributes.has('decorative') ? '' : words.alt;
  const picture = { ...printFiles(file, 'whole', environment), alt };
  if (!isFigure) return printLayout(Picture, picture);
  return printBlock(Figure, {
    ...picture,
    ...below,
    reach: REACHES.find((reach) => attributes.has(`.${reach}`)),
    isZoomable: attributes.has('.zoom'),
  });
}

/** The attributes that stand behind a picture. */
export function attributesOf(token: Token): ReadonlyMap<string, string> {
  return metaOf(token).attributes ?? new Map();
}

/** markdown-it percent-encodes addresses; a file's name is what the editor typed. */
function decodeSource(source: string): string {
  try {
    return decodeURI(source);
  } catch {
    return source;
  }
}
