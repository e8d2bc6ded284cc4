import type { Address } from './address.ts';

/** Reads texts that are HTML. */
type ReadHtml = (html: string) => readonly Address[];

/**
 * The web addresses in JSON, such as structured data or a JSON Feed: every text that is one, and those in texts that are
 * HTML. Throws where it is not JSON.
 */
export function addressesInJson(kind: string, text: string, readHtml: ReadHtml): readonly Address[] {
  const found: Address[] = [];
  const collect = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      found.push(...addressesOf(value, key));
    } else if (Array.isArray(value)) {
      for (const item of value) collect(item, key);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) collect(inner, name);
    }
  };
  const addressesOf = (value: string, key: string): readonly Address[] => {
    const place = `${kind} ${key}`;
    if (key === 'content_html') {
      return readHtml(value).map((address) => ({ ...address, kind: `${place} ${address.kind}` }));
    }
    if (!/^https?:\/\/\S+$/i.test(value)) return [];
    // What a reader is to fill in, and names that are no parts of a page.
    return [{ kind: place, written: value.replace(/\{\w+\}/g, 'x'), hasParts: key !== '@id' && key !== 'id' }];
  };
  collect(JSON.parse(text), '');
  return found;
}
