import type { ComponentChildren, VNode } from 'preact';
import type { SearchPage } from '../src/pages/search/search-page.ts';
import { SearchForm } from './parts/search.tsx';
import { Document } from './parts/site.tsx';
import { LinkItems } from './parts/text.tsx';

/**
 * The page that readers search the stories on. What needs the script is hidden until it runs, and what stands in for it is
 * hidden by it.
 */
export default function Search(page: SearchPage): VNode {
  const { frame, title, form, filters, order, instead, script, settings } = page;
  return (
    <Document frame={frame}>
      <div class="front search" id="search" data-settings={settings}>
        <header class="page-head">
          <h1>{title}</h1>
        </header>
        <SearchForm form={form} role="search" fieldClass="search-words">
          <div class="search-filters" hidden>
            <Choice label={filters.section} name="section" first={filters.all} />
            <Choice label={filters.contributor} name="contributor" first={filters.all} />
            <Choice label={filters.topic} name="topic" first={filters.all} />
            <label>
              <span>{filters.from}</span>
              <input type="date" name="from" />
            </label>
            <label>
              <span>{filters.until}</span>
              <input type="date" name="until" />
            </label>
            <Choice label={order.label} name="order" first={order.newest}>
              <option value="best">{order.best}</option>
            </Choice>
          </div>
        </SearchForm>
        <p class="search-status" role="status" aria-live="polite" />
        <ol class="search-results" hidden />
        <p class="search-further" hidden>
          <button type="button" />
        </p>
        <div class="search-instead">
          <p>{instead.text}</p>
          {instead.groups.map((group) => (
            <section>
              <h2>{group.title}</h2>
              <ul>
                <LinkItems links={group.links} dir="auto" />
              </ul>
            </section>
          ))}
        </div>
      </div>
      <script type="module" src={script} />
    </Document>
  );
}

/** A list to choose one of. The script adds what the stories have that were found. */
function Choice({ label, name, first, children }: ChoiceProps): VNode {
  return (
    <label>
      <span>{label}</span>
      <select name={name}>
        <option value="">{first}</option>
        {children}
      </select>
    </label>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly name: string;
  /** What it says while nothing is chosen. */
  readonly first: string;
  readonly children?: ComponentChildren;
}
