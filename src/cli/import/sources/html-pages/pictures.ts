import type { Element, Root } from 'hast';
import { attribute, findAll, isElement } from '../../convert/elements.ts';

/** Where scripts that load pictures late, and systems, keep the address of the whole picture, the likeliest first. */
const SOURCES = ['dataOrigSrc', 'dataFullUrl', 'dataOriginal', 'dataLazySrc', 'dataSrc', 'dataHiRes', 'dataUrl', 'src'];
const SETS = ['srcSet', 'dataSrcset', 'dataSrcSet', 'dataLazySrcset'];

/**
 * Gives each picture of a page one address: of a file that came with the page, else the largest that it names, by itself or by the `source`s
 * around it.
 *
 * @param isThere Whether a file came with the page.
 */
export function choosePictures(tree: Root, isThere: (address: string) => boolean): void {
  const around = new Map<Element, Element>();
  for (const picture of findAll(tree, ({ tagName }) => tagName === 'picture'))
    for (const img of findAll(picture, ({ tagName }) => tagName === 'img')) around.set(img, picture);
  for (const img of findAll(tree, ({ tagName }) => tagName === 'img' || tagName === 'amp-img')) {
    img.tagName = 'img';
    const sources = around.has(img) ? findAll(around.get(img) as Element, ({ tagName }) => tagName === 'source') : [];
    const sized = [img, ...sources].flatMap((node) =>
      SETS.flatMap((name) => srcsetEntries(attribute(node, name) ?? '')),
    );
    const largest = sized.toSorted((a, b) => b.size - a.size).map(({ address }) => address);
    const single = SOURCES.map((name) => attribute(img, name)?.trim()).filter(isAddress);
    const addresses = [...largest, ...single].filter(isAddress);
    const chosen = addresses.find(isThere) ?? addresses[0];
    for (const name of [...SOURCES, ...SETS]) delete img.properties[name];
    if (chosen !== undefined) img.properties['src'] = chosen;
  }
}

/** Placeholders are written into the page. */
function isAddress(address: string | undefined): address is string {
  return address !== undefined && address !== '' && !/^(?:data|about|blob|javascript):/i.test(address);
}

/** The entries of a `srcset` (HTML, 4.8.4.2.2). Addresses may have commas in them. */
function srcsetEntries(set: string): { readonly address: string; readonly size: number }[] {
  const entries: { address: string; size: number }[] = [];
  const words = set.trim().split(/\s+/).toReversed();
  for (let word = words.pop(); word; word = words.pop()) {
    const address = word.replace(/^,+/, '');
    if (address === '') continue;
    if (address.endsWith(',')) {
      entries.push({ address: address.replace(/,+$/, ''), size: 1 });
      continue;
    }
    const [descriptor = '', ...rest] = (words.pop() ?? '').split(',');
    // Without a space behind the comma.
    if (rest.join(',') !== '') words.push(rest.join(','));
    entries.push({ address, size: Number.parseFloat(descriptor) || 1 });
  }
  return entries;
}

/** Of a picture and its copy for browsers without scripts, leaves the one that has an address. */
export function takeNoscriptPictures(tree: Root): void {
  const parents = new Map<Element, Root | Element>();
  for (const node of [tree, ...findAll(tree, () => true)])
    for (const child of node.children) if (child.type === 'element') parents.set(child, node);
  for (const noscript of findAll(tree, ({ tagName }) => tagName === 'noscript')) {
    if (findAll(noscript, ({ tagName }) => tagName === 'img').length === 0) continue;
    const before = pictureBefore(noscript, parents.get(noscript));
    const isCopy = before?.properties['src'] !== undefined;
    if (before && !isCopy) before.tagName = 'template';
    noscript.tagName = isCopy ? 'template' : 'span';
  }
}

/** The picture that stands before an element: itself, or alone in what stands there. */
function pictureBefore(noscript: Element, parent: Root | Element | undefined): Element | undefined {
  const siblings = (parent?.children ?? []) as Element[];
  const neighbour = siblings.slice(0, siblings.indexOf(noscript)).findLast((node) => node.type === 'element');
  if (!neighbour) return undefined;
  const inner = isElement(neighbour, 'img') ? [neighbour] : findAll(neighbour, ({ tagName }) => tagName === 'img');
  return inner.length === 1 ? inner[0] : undefined;
}
