import { JSDOM } from 'jsdom';
import type { Address } from './address.ts';
import { addressesInHtml } from './addresses-in-html.ts';

/**
 * The addresses in a feed or a sitemap: in every attribute and element, and in texts that are HTML. Throws where it is
 * not XML.
 */
export function addressesInXml(text: string): readonly Address[] {
  const { document } = new JSDOM(text, { contentType: 'application/xml' }).window;
  const found: Address[] = [];
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const isName = name.startsWith('xmlns') || name === 'xsi:schemaLocation' || name === 'scheme';
      if (isWeb(value) && !isName) found.push({ kind: `${element.nodeName} ${name}`, written: value, hasParts: true });
    }
    if (element.childElementCount > 0) continue;
    const content = element.textContent.trim();
    const isMereName = element.nodeName === 'guid' && element.getAttribute('isPermaLink') === 'false';
    if (isWeb(content) && !isMereName) {
      found.push({ kind: element.nodeName, written: content, hasParts: element.nodeName !== 'id' });
    } else if (isHtml(element)) {
      const { addresses } = addressesInHtml(content);
      found.push(...addresses.map((address) => ({ ...address, kind: `${element.nodeName} ${address.kind}` })));
    }
  }
  return found;
}

/** Titles and summaries are texts, in which `<` means itself, unless Atom says otherwise (RFC 4287, 3.1.1). */
function isHtml(element: Element): boolean {
  return element.nodeName === 'content:encoded' || /^x?html$/.test(element.getAttribute('type') ?? '');
}

function isWeb(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text);
}
