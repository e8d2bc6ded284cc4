import type { Element } from 'hast';
import { parseUrl } from '../../../domain/addresses.ts';
import { readAddress } from '../../../domain/site/written-address.ts';
import type { TextContext } from '../archive.ts';
import { attribute } from './elements.ts';

/** Where a link of a text leads now; `undefined` where stories can have no such link: its words stay. */
export function linkOf(node: Element, context: TextContext): string | undefined {
  const written = attribute(node, 'href')?.trim();
  return written === undefined ? undefined : linkTo(written, context);
}

/** Likewise, of an address as it was written. */
export function linkTo(written: string, context: TextContext): string | undefined {
  if (written === '' || written === '#') return undefined;
  const address = context.link(written);
  if (address === '') {
    context.note({
      kind: 'changed',
      what: 'link from a page to what is not in the archive',
      advice: 'its words stand without it',
      detail: written,
    });
    return undefined;
  }
  if (address.startsWith('#') || address.startsWith('/media/')) return address;
  const read = readAddress(address);
  if (read.kind === 'web') return read.url;
  if (read.kind === 'path' || /^(?:mailto|tel):[^\s]+$/i.test(address)) return address;
  context.note({
    kind: 'changed',
    what: 'link that leads to no page',
    advice: 'its words stand without it',
    detail: written,
  });
  return undefined;
}

/** Whether a text is the address of a page of the web. */
export function isWebAddress(text: string): boolean {
  return /^https?:$/.test(parseUrl(text)?.protocol ?? '');
}
