import type { HeldBack } from '../domain/edition.ts';
import { type Finding, keyAt, valueAt } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/quote.ts';
import type { StoryFound } from './named-stories.ts';

/** What a finding says, but for its code and its place. */
type Description = Pick<Finding, 'message' | 'hint' | 'related'>;

/** What to say of a name that leads to no published story. `meanwhile` is what happens until one that is held back is there. */
export function describeUnpublished(
  written: string,
  found: Exclude<StoryFound, { readonly kind: 'published' }>,
  meanwhile: string,
): Description {
  if (found.kind === 'held-back') return describeHeldBack(written, found.heldBack, meanwhile);
  const hint = 'write the `slug` of a story, mostly its file name without `.md`, or the path of its file';
  return {
    message: `Unexpected story ${quote(written)}, expected the slug or the file of one`,
    hint: found.nearest === undefined ? hint : `did you mean \`${found.nearest}\`?`,
  };
}

function describeHeldBack(written: string, { path, reason }: HeldBack, meanwhile: string): Description {
  if (reason === 'draft') {
    return {
      message: `Unexpected draft ${quote(written)}, expected a story that is published`,
      hint: `publish it, or name another; ${meanwhile}`,
      related: [{ path, at: keyAt('draft'), message: 'it is a draft' }],
    };
  }
  return {
    message: `Unexpected story ${quote(written)} under embargo, expected one that is published`,
    hint: `it comes by itself when its embargo ends; ${meanwhile}`,
    related: [{ path, at: valueAt('date'), message: 'its embargo ends here' }],
  };
}
