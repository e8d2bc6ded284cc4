import { isError } from '../../diagnostics/diagnostic.ts';
import { BEGINNINGS, STORY_KINDS } from '../../build/editing/new-story/story-kinds.ts';
import type { PreviewSite } from '../preview-site.ts';
import type { DeskIndex } from './desk-index.ts';

/** What the desk knows of a newsroom beside its stories. */
export interface NewsroomFacts {
  readonly title: string | undefined;
  readonly language: string;
  readonly timeZone: string;
  readonly preview: string;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly contributors: readonly { readonly id: string; readonly name: string }[];
  /** What kinds of story can be begun. */
  readonly kinds: readonly { readonly id: string; readonly name: string }[];
  readonly errors: number;
  readonly warnings: number;
  /** Why the site is as it was before, if it is. */
  readonly standsStill: boolean;
  readonly hasEdition: boolean;
}

export function newsroomOf(site: PreviewSite, { diagnostics }: DeskIndex): NewsroomFacts {
  const edition = site.edition?.prepared.edition;
  const errors = diagnostics.filter(isError).length;
  const byName = new Intl.Collator(edition?.site.language ?? 'en');
  return {
    title: edition?.site.title,
    language: edition?.site.language ?? 'en',
    timeZone: edition?.site.timeZone ?? 'UTC',
    preview: `${edition?.site.basePath ?? ''}/`,
    sections: (edition?.site.sections ?? []).map(({ id, title }) => ({ id, title })),
    contributors: (edition?.people ?? [])
      .map(({ id, name }) => ({ id, name }))
      .sort((one, other) => byName.compare(one.name, other.name) || (one.id < other.id ? -1 : 1)),
    kinds: STORY_KINDS.map((id) => ({ id, name: BEGINNINGS[id].name })),
    errors,
    warnings: diagnostics.length - errors,
    standsStill: site.standsStill || site.assetFault !== undefined,
    hasEdition: edition !== undefined,
  };
}
