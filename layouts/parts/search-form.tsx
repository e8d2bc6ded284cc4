import type { VNode } from 'preact';
import type { SearchForm as Data } from '../../src/pages/search/search-form.ts';

/** A few words, and the way to the stories that they are in. */
export function SearchForm({ form }: { readonly form: Data }): VNode {
  const { action, label, button } = form;
  return (
    <form class="search-form" action={action} method="get">
      <label>
        <span>{label}</span>
        <input type="search" name="q" autocomplete="off" />
      </label>
      <button type="submit">{button}</button>
    </form>
  );
}
