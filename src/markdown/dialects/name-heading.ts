import type { Token } from 'markdown-it';
import type { Environment } from '../environment.ts';
import { type HeadingMeta, noteName } from '../extensions/headings.ts';
import type { Kramdown } from './kramdown.ts';

/** What an address can name, and a page cannot have itself. */
const NAME = /^[\p{L}\p{M}\p{N}_.:-]{1,100}$/u;

/** Gives a heading the name that its editor has for it; `.no_toc` keeps it out of the table of contents. All else does nothing. */
export function nameHeading(heading: Token, { id, values }: Kramdown, environment: Environment): void {
  const meta: HeadingMeta = {
    ...(heading.meta as HeadingMeta | null),
    ...(id !== undefined && NAME.test(id) ? { id: id.normalize('NFC') } : {}),
    ...(values.has('.no_toc') || values.has('.unlisted') ? { isUnlisted: true } : {}),
  };
  heading.meta = meta;
  if (id !== undefined && !NAME.test(id)) {
    noteName(environment, heading.map, {
      id,
      expected: 'letters, digits, hyphens and `_`',
      hint: 'write a short name without spaces, such as `{#what-we-know}`',
    });
  }
}
