import type { BreadcrumbListLeaf, WithContext } from 'schema-dts';
import type { Html } from '../../domain/html.ts';
import type { Site } from '../../domain/site/site.ts';
import { jsonForScript } from './json-ld.ts';

/**
 * The way to a page as structured data: schema.org `BreadcrumbList`, as JSON-LD.
 *
 * @param steps The outermost first, the page itself last; addresses are from the root of the host.
 */
export function breadcrumbJsonLd(
  steps: readonly { readonly label: string; readonly href: string }[],
  { origin }: Site,
): Html {
  const data: WithContext<BreadcrumbListLeaf> = {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ label, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: { '@id': origin + href },
    })),
  };
  return jsonForScript(data);
}
