import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { escapeHtml } from '../../domain/html.ts';
import { href } from '../../domain/site.ts';
import { mediaUrl } from '../../domain/media-url.ts';
import { didYouMean } from '../../diagnostics/nearest.ts';
import { quote } from '../../diagnostics/quote.ts';
import { readAttributes } from '../attributes.ts';
import type { Environment } from '../environment.ts';
import { linesOf } from '../environment.ts';
import { findPicture } from '../find-picture.ts';

const ATTRIBUTES = ['credit', 'decorative'];

/**
 * Pictures: `![alt](photo.jpg "Caption"){credit="Name / Agency"}`. Alone in a paragraph one is a figure; within a
 * sentence it is part of the line. Width and height are the file's own, so that nothing shifts when it arrives.
 */
export function pictures(markdown: MarkdownIt): void {
  readAttributesAfterImages(markdown);
  markdown.core.ruler.push('pictures', ({ tokens, env }) => {
    tokens.forEach((block, index) => {
      if (block.type !== 'inline' || !block.content.includes('![')) return;
      const children = block.children ?? [];
      for (const image of children) if (image.type === 'image') check(image, block, env as Environment);
      const [first, ...others] = children;
      if (first?.type !== 'image' || others.length > 0) return;
      const [open, close] = [tokens[index - 1], tokens[index + 1]];
      if (open?.type !== 'paragraph_open' || close?.type !== 'paragraph_close') return;
      open.hidden = true;
      close.hidden = true;
      first.meta = { ...first.meta, isFigure: true };
    });
  });
  markdown.renderer.rules['image'] = (tokens, index, options, env, renderer) => {
    const token = tokens[index];
    if (!token) return '';
    return print(token, renderer.renderInlineAsText(token.children ?? [], options, env), env as Environment);
  };
}

/** Attributes must be read before quotes are made typographic, so right after the image is. */
function readAttributesAfterImages(markdown: MarkdownIt): void {
  markdown.inline.ruler.after('image', 'picture-attributes', (state, silent) => {
    const image = state.tokens.at(-1);
    if (silent || state.src[state.pos] !== '{' || image?.type !== 'image' || state.pending !== '') return false;
    const attributes = readAttributes(state.src, state.pos);
    if (!attributes) return false;
    image.meta = { attributes: attributes.values };
    state.pos = attributes.end;
    return true;
  });
}

function check(image: Token, block: Token, environment: Environment): void {
  const lines = linesOf(environment, block.map);
  const { path, findings } = environment;
  const written = decodeSource(image.attrGet('src') ?? '');
  const attributes = attributesOf(image);
  const found = findPicture(environment.media, path, written);
  if (found.kind === 'found') {
    image.meta = { ...image.meta, file: found.file };
    environment.usedMedia.add(found.file.path);
  } else {
    const { code, message, hint } = found;
    findings.push({ code, path, at: { kind: 'text', lines, text: written }, message, hint });
  }
  if (image.content.trim() === '' && !attributes.has('decorative')) {
    findings.push({
      code: 'picture-alt',
      path,
      at: { kind: 'text', lines, text: '![' },
      message: 'Unexpected picture without words, expected what it shows between `![` and `]`',
      hint: 'say what the picture shows, or write `{decorative}` after it if it adds nothing',
    });
  }
  for (const name of attributes.keys()) {
    if (ATTRIBUTES.includes(name)) continue;
    findings.push({
      code: 'picture-attribute',
      path,
      at: { kind: 'text', lines, text: name },
      message: `Unexpected attribute ${quote(name)}, expected \`credit\` or \`decorative\``,
      hint: didYouMean(name, ATTRIBUTES, 'remove it'),
    });
  }
}

function print(token: Token, words: string, environment: Environment): string {
  const file = (token.meta as { file?: { path: string; width?: number; height?: number } } | null)?.file;
  if (!file) return '';
  const attributes = attributesOf(token);
  const alt = attributes.has('decorative') ? '' : words;
  const source = escapeHtml(href(environment.site, mediaUrl(file.path)));
  const img = `<img src="${source}" alt="${escapeHtml(alt)}" width="${file.width}" height="${file.height}" loading="lazy" decoding="async">`;
  if (!(token.meta as { isFigure?: boolean }).isFigure) return img;
  const caption = token.attrGet('title');
  const credit = attributes.get('credit');
  const lines = [
    ...(caption ? [`<span class="caption">${environment.renderLine(caption)}</span>`] : []),
    ...(credit ? [`<span class="credit">${escapeHtml(credit)}</span>`] : []),
  ];
  const figcaption = lines.length > 0 ? `<figcaption>${lines.join(' ')}</figcaption>` : '';
  return `<figure>${img}${figcaption}</figure>\n`;
}

function attributesOf(token: Token): ReadonlyMap<string, string> {
  return (token.meta as { attributes?: ReadonlyMap<string, string> } | null)?.attributes ?? new Map();
}

/** markdown-it percent-encodes addresses; a file's name is what the editor typed. */
function decodeSource(source: string): string {
  try {
    return decodeURI(source);
  } catch {
    return source;
  }
}
