import type { Page } from '../domain/page.ts';
import { PAGE_KINDS, type PageKind } from './page-kinds.ts';
import type { Publication } from './publication.ts';

/** Every output file of an edition but those that Eleventy templates make, each with all that its layout may know. */
export function layOutPages(publication: Publication): readonly Page[] {
  const kinds: readonly PageKind<unknown>[] = Object.values(PAGE_KINDS);
  return kinds.flatMap((kind) => kind.list(publication.edition).map((subject) => kind.make(subject, publication)));
}
