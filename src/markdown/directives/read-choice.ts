import { didYouMean, quote, quoteAll } from '../../diagnostics/wording.ts';
import type { DirectiveUse } from './directive.ts';

/** What an attribute takes: one of some words. */
interface Choice {
  readonly of: readonly string[];
  readonly isRequired?: boolean | undefined;
}

/** The value of an attribute that takes one of some words; `undefined` where it is not there, and where it is none of them, which is noted. */
export function readChoice(
  name: string,
  { of, isRequired }: Choice,
  { attributes, note }: DirectiveUse,
): string | undefined {
  const written = attributes.get(name)?.trim();
  if (written === undefined || of.includes(written)) return written;
  const message = `Unexpected ${quote(written)} for \`${name}\`, expected ${of.length > 1 ? 'one of ' : ''}${quoteAll(of)}`;
  const otherwise = `write \`${name}=${of[0]}\`${isRequired ? '' : ', or leave it out'}`;
  note(name, { code: 'directive-attribute', message, hint: didYouMean(written, of, otherwise) });
  return undefined;
}
