import { siteIn } from '../domain/site-in.ts';
import type { Imprint } from './publication.ts';

/** An imprint as it is for pages in a language (BCP 47): of the site as it is in that language. */
export function imprintIn(language: string | undefined, imprint: Imprint): Imprint {
  const { edition } = imprint;
  const site = language === undefined ? edition.site : siteIn(language, edition.site);
  return site === edition.site ? imprint : { ...imprint, edition: { ...edition, site } };
}
