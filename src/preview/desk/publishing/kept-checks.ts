import { checkApart } from '../../../build/editing/publish/check/check-apart.ts';
import {
  type CheckPublication,
  type PublicationAsked,
  type PublicationChecked,
  publicationCheck,
} from '../../../build/editing/publish/check/check-publication.ts';
import type { PreviewSite } from '../../preview-site.ts';

/** What was found of publications, for as long as no file changes. */
interface Kept {
  readonly revision: number;
  readonly checks: Map<string, Promise<PublicationChecked>>;
}

const kept = new WeakMap<PreviewSite, Kept>();

/**
 * Checks publications in a process of their own, so that the preview stays as it is. Whoever looks at one again, without the push or with the date
 * as it was, is told at once.
 */
export function checksOf(site: PreviewSite): CheckPublication {
  const check = publicationCheck({ checkFiles: checkApart, known: site.cacheFolder });
  return (asked) => {
    const { revision } = site;
    const before = kept.get(site);
    const now = before?.revision === revision ? before : { revision, checks: new Map() };
    kept.set(site, now);
    const key = keyOf(asked);
    const checked = now.checks.get(key) ?? check(asked);
    now.checks.set(key, checked);
    // The next who asks tries it again.
    checked.catch(() => now.checks.delete(key));
    return checked;
  };
}

/** What a check depends on beside the files that are watched. */
function keyOf({ story, texts, committed }: PublicationAsked): string {
  const { path, repository, changes } = story;
  return JSON.stringify([path, [...texts], repository.head, [...committed], [...changes]]);
}
