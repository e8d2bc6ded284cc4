import type { Finding } from '../../diagnostics/finding.ts';
import { placeholdersIn, placeholdersInBrackets } from '../../markdown/slips/texts/placeholder-words.ts';
import { describePlaceholder } from '../../markdown/slips/texts/placeholders.ts';
import type { PrintedText } from './printed-texts.ts';

/** What stands under a key where a text was still to be written: `headline: TK`, `alt: "[alt text here]"`. */
export function placeholderLeft(path: string, { text, keys }: PrintedText): readonly Finding[] {
  const [found] = [...placeholdersIn(text), ...(text.includes('[') ? placeholdersInBrackets(text) : [])];
  if (!found) return [];
  const at = { kind: 'part', keys, words: found.written } as const;
  return [{ code: 'placeholder-left', path, at, ...describePlaceholder(found.written) }];
}
