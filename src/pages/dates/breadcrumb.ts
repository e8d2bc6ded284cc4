import { ARCHIVE_URL, dateUrl } from '../../domain/dates.ts';
import type { Html } from '../../domain/html.ts';
import { href, type Site } from '../../domain/site/site.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { breadcrumbJsonLd } from '../../formats/structured-data/web-page.ts';
import { printDate } from '../../time/print-date.ts';
import { wordsIn } from '../../words/words.ts';
import type { Link } from '../site/link.ts';

/** The way up from a page of the archive by date. */
export interface Breadcrumb {
  /** What it is called for whoever hears it. */
  readonly label: string;
  /** The outermost first; the page itself is not among them. */
  readonly links: readonly Link[];
}

/** Makes the way up from the page of a year, month or day (`2026`, `2026-11`, `2026-11-23`). */
export function makeBreadcrumb(date: string, site: Site): Breadcrumb {
  const words = wordsIn(site.language, site.words);
  const [year = '', month] = date.split('-').slice(0, -1);
  return {
    label: words('breadcrumb'),
    links: [
      { label: words('archive'), href: href(site, ARCHIVE_URL) },
      ...(year === '' ? [] : [{ label: printDate(year, 'year', site.language), href: href(site, dateUrl(year)) }]),
      ...(month === undefined
        ? []
        : [
            {
              label: printDate(`${year}-${month}`, 'month', site.language),
              href: href(site, dateUrl(`${year}-${month}`)),
            },
          ]),
    ],
  };
}

/** The way to a page that prints the way up, with itself at its end, as structured data. */
export function breadcrumbOf(
  { links }: Breadcrumb,
  page: { readonly title: string; readonly url: UrlPath },
  site: Site,
): Html {
  return breadcrumbJsonLd([...links, { label: page.title, href: href(site, page.url) }], site);
}
