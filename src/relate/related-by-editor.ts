import type { RelatedStory } from '../domain/related-story.ts';
import type { Entry } from '../domain/entry.ts';
import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import { type Finding, valueAt } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/quote.ts';
import type { NamedStories } from './named-stories.ts';

/** The stories that an editor named as related to one, in that order; whatever is wrong with a name is noted. */
export function relatedByEditor(
  { path, related }: Entry,
  names: NamedStories,
  findings: Finding[],
): readonly RelatedStory[] {
  const seen = new Map<string, number>();
  return related.flatMap((written, index): readonly RelatedStory[] => {
    const note = (code: DiagnosticCode, message: string, hint: string, first?: number): readonly RelatedStory[] => {
      const places = first === undefined ? [] : [{ path, at: valueAt('related', first), message: 'first named here' }];
      findings.push({ code, path, at: valueAt('related', index), message, hint, related: places });
      return [];
    };
    const name = quote(written);
    const found = names.find(written, path);
    if (found.kind === 'unknown') {
      const hint =
        found.nearest === undefined
          ? 'write the `slug` of a story, mostly its file name without `.md`'
          : `did you mean \`${found.nearest}\`?`;
      return note('story-unknown', `Unexpected story ${name}, expected the slug or the file of one`, hint);
    }
    const foundPath = found.kind === 'published' ? found.story.entry.path : found.heldBack.path;
    if (foundPath === path) {
      return note('related-itself', `Unexpected related story ${name}, expected another than this one`, 'remove it');
    }
    const first = seen.get(foundPath);
    if (first !== undefined) {
      const message = `Unexpected second ${name}, expected each story once`;
      return note('related-duplicate', message, 'remove one of the two', first);
    }
    seen.set(foundPath, index);
    if (found.kind === 'published') return [found.story];
    const message = `Unexpected related story ${name}, expected one that is published`;
    return note('related-unpublished', message, 'publish that story first; until then its card is left out');
  });
}
