import type { VNode } from 'preact';
import type { Breadcrumb as Data } from '../../src/pages/dates/breadcrumb.ts';

/** The way up from a page. */
export function Breadcrumb({ breadcrumb }: { readonly breadcrumb: Data }): VNode {
  return (
    <nav class="breadcrumb" aria-label={breadcrumb.label}>
      <ol>
        {breadcrumb.links.map(({ label, href }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
