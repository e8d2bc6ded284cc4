import type { ComponentChildren, VNode } from 'preact';
import type { SearchForm as SearchFormData } from '../../src/pages/site/footer.ts';

/** A few words, and the way to the stories that they are in: in the footer of each page, and on the page of the search. */
export function SearchForm({ form, role, fieldClass, children }: SearchFormProps): VNode {
  const { action, label, button } = form;
  return (
    <form class="search-form" role={role} action={action} method="get">
      <label class={fieldClass}>
        <span>{label}</span>
        <input type="search" name="q" autocomplete="off" />
      </label>
      <button type="submit">{button}</button>
      {children}
    </form>
  );
}

interface SearchFormProps {
  readonly form: SearchFormData;
  /** Browsers of the baseline do not know the element `search`. */
  readonly role?: 'search';
  /** The class of the field for the words. */
  readonly fieldClass?: string;
  /** What narrows the search. */
  readonly children?: ComponentChildren;
}
