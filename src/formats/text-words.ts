import { asHtml, type Html } from '../domain/html.ts';
import { fillSlots } from '../markdown/slots.ts';
import { searchWords } from './search-words.ts';

/** What stands within words, and what stands between them. */
const INLINE = /<\/?(?:a|b|bdi|code|del|em|i|ins|mark|q|s|small|span|strong|sub|sup|u)(?:\s[^>]*)?>/g;
const BETWEEN = /<[^>]*>|&#?\w+;/g;

/** The words of a rendered text, as they are searched for. */
export function textWords(html: Html): readonly string[] {
  const text = fillSlots(html, () => asHtml(''));
  return searchWords(text.replace(INLINE, '').replace(BETWEEN, ' '));
}
