import type { Site } from '../domain/site/site.ts';

/**
 * What the stylesheet has of a site beside `layouts/styles/`. On paper the addresses of links are whole: `--origin` is what addresses within the
 * site leave out.
 */
export function printSiteStyles({ origin }: Pick<Site, 'origin'>): string {
  return `@media print{:root{--origin:${JSON.stringify(origin)}}}`;
}
