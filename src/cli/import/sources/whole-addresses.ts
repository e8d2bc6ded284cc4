import type { Element, Root } from 'hast';
import { attribute, findAll } from '../convert/elements.ts';

/** Attributes of hast that have one address. */
const ADDRESSES = [
  'src',
  'href',
  'poster',
  'data',
  'dataSrc',
  'dataLazySrc',
  'dataOriginal',
  'dataOrigSrc',
  'dataFullUrl',
];

/** Makes the addresses of a text whole. Places of the same text (`#note`) stay. */
export function makeAddressesWhole(tree: Root, base: string | undefined): void {
  if (base === undefined || !URL.canParse(base)) return;
  for (const node of findAll(tree, () => true)) {
    for (const name of ADDRESSES) rewrite(node, name, (value) => wholeOf(value, base));
    for (const name of ['srcSet', 'dataSrcset']) rewrite(node, name, (value) => wholeSet(value, base));
  }
}

function rewrite(node: Element, name: string, change: (value: string) => string): void {
  const value = attribute(node, name);
  if (value !== undefined) node.properties[name] = change(value);
}

function wholeOf(address: string, base: string): string {
  const trimmed = address.trim();
  if (trimmed === '' || trimmed.startsWith('#') || /^[a-z][a-z\d+.-]*:/i.test(trimmed)) return trimmed;
  return URL.canParse(trimmed, base) ? new URL(trimmed, base).href : trimmed;
}

function wholeSet(set: string, base: string): string {
  return set
    .split(/,\s+/)
    .map((entry) => {
      const [address = '', ...size] = entry.trim().split(/\s+/);
      return [wholeOf(address, base), ...size].join(' ');
    })
    .join(', ');
}
