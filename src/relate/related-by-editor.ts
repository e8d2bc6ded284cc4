import type { RelatedStory } from '../domain/related-story.ts';
import type { Entry } from '../domain/entry.ts';
import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import { type Finding, valueAt } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/quote.ts';
import { describeUnpublished } from './describe-unpublished.ts';
import type { NamedStories } from './named-stories.ts';

const MEANWHILE = 'until then its card is left out';

/** The stories that an editor named as related to one, in that order; whatever is wrong with a name is noted. */
export function relatedByEditor(
  { path, related }: Entry,
  names: NamedStories,
  findings: Finding[],
): readonly RelatedStory[] {
  const seen = new Map<string, number>();
  return related.flatMap((written, index): readonly RelatedStory[] => {
    const at = valueAt('related', index);
    const note = (code: DiagnosticCode, description: Pick<Finding, 'message' | 'hint' | 'related'>): readonly [] => {
      findings.push({ code, path, at, ...description });
      return [];
    };
    const found = names.find(written, path);
    if (found.kind === 'unknown') return note('story-unknown', describeUnpublished(written, found, MEANWHILE));
    const foundPath = found.kind === 'published' ? found.story.entry.path : found.heldBack.path;
    if (foundPath === path) {
      const message = `Unexpected related story ${quote(written)}, expected another than this one`;
      return note('related-itself', { message, hint: 'remove it' });
    }
    const first = seen.get(foundPath);
    if (first !== undefined) {
      const message = `Unexpected second ${quote(written)}, expected each story once`;
      const related = [{ path, at: valueAt('related', first), message: 'first named here' }];
      return note('related-duplicate', { message, hint: 'remove one of the two', related });
    }
    seen.set(foundPath, index);
    if (found.kind === 'published') return [found.story];
    return note('related-unpublished', describeUnpublished(written, found, MEANWHILE));
  });
}
