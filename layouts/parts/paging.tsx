import type { VNode } from 'preact';
import type { Paging } from '../../src/pages/lists/listing.ts';

/** The way to the earlier stories of a list, and to the later ones. */
export function PagingLinks({ paging }: { readonly paging: Paging }): VNode {
  const { label, earlier, later } = paging;
  return (
    <nav class="paging" aria-label={label}>
      {later !== undefined && (
        <a class="later" rel="prev" href={later.href}>
          {later.label}
        </a>
      )}{' '}
      {earlier !== undefined && (
        <a class="earlier-link" rel="next" href={earlier.href}>
          {earlier.label}
        </a>
      )}
    </nav>
  );
}
