import type { SectionColour } from '../domain/site/colours.ts';
import type { Site } from '../domain/site/site.ts';

/**
 * What the stylesheet has of a site beside `layouts/styles/`: the colours of its sections, and, for paper, `--origin`, which addresses within the site
 * leave out.
 */
export function printSiteStyles({ origin, sections }: Pick<Site, 'origin' | 'sections'>): string {
  const accents = (shade: keyof SectionColour): string =>
    sections.map(({ id, colour }) => (colour ? `[data-section="${id}"]{--accent:${colour[shade]}}` : '')).join('');
  const [light, dark] = [accents('light'), accents('dark')];
  const colours = light === '' ? '' : `@media screen{${light}}@media screen and (prefers-color-scheme:dark){${dark}}`;
  return `${colours}@media print{:root{--origin:${JSON.stringify(origin)}}}`;
}
