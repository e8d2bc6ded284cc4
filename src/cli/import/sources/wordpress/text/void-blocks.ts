import { element } from '../../../convert/elements.ts';
import { idOf } from '../wxr/records.ts';
import type { BlockAttributes } from './blocks.ts';
import { embedOf } from './embeds.ts';
import { escapeHtml, type TextFacts } from './text-facts.ts';

/** Blocks that show nothing of their own. */
const SILENT = new Set([
  'spacer',
  'more',
  'nextpage',
  'footnotes',
  'post-content',
  'post-title',
  'post-excerpt',
  'post-date',
  'post-author',
]);

/**
 * HTML of a block of which a text has only the attributes, because WordPress made it anew for each reader.
 *
 * @param printText HTML of a text of blocks that the post shows and others too.
 */
export function printVoidBlock(
  name: string,
  attributes: BlockAttributes,
  facts: TextFacts,
  printText: (html: string, id: string) => string,
): string {
  const value = (key: string): string => textOf(attributes, key);
  if (SILENT.has(name)) return '';
  if (name === 'separator') return '<hr>';
  if (name === 'block') {
    const id = idOf(value('ref')) ?? '';
    const html = facts.reusable.get(id);
    if (html !== undefined) return printText(html, id);
    facts.context.note({
      kind: 'lost',
      what: 'blocks that several posts show, and that the export does not have',
      advice: 'export all content of the site, with its patterns',
      detail: `block ${id}`,
    });
    return '';
  }
  if (name === 'social-link' && /^https?:\/\//i.test(value('url')))
    return `<a href="${escapeHtml(value('url'))}">${escapeHtml(value('label') || value('service') || value('url'))}</a> `;
  if ((name === 'embed' || name.startsWith('core-embed/')) && value('url') !== '')
    return facts.markers.block(() => [embedOf(value('url'), facts)]);
  if (name === 'missing' && value('originalContent') !== '') return value('originalContent');
  if (name === 'image' && value('url') !== '')
    return facts.markers.block(() => [element('img', { src: value('url'), alt: value('alt') })]);
  noteLostBlock(name, attributes, facts);
  return '';
}

/** Says that a block is not carried. */
export function noteLostBlock(
  name: string,
  attributes: BlockAttributes,
  { context }: Pick<TextFacts, 'context'>,
): void {
  context.note({
    kind: 'lost',
    what: `block \`${name.slice(0, 60)}\``,
    advice: 'WordPress made it anew for each reader; put back by hand what is missed',
    detail: Object.keys(attributes).length > 0 ? JSON.stringify(attributes).slice(0, 400) : undefined,
  });
}

function textOf(attributes: BlockAttributes, key: string): string {
  const value = Object.hasOwn(attributes, key) ? attributes[key] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
