import type { VNode } from 'preact';
import type { SearchPage } from '../src/pages/search/search-page.ts';
import { Document } from './parts/document.tsx';

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
        {/* biome-ignore lint/a11y/useSemanticElements: Browsers of the baseline do not know the element `search`. */}
        <form class="search-form" role="search" action={form.action} method="get">
          <label class="search-words">
            <span>{form.label}</span>
            <input type="search" name="q" autocomplete="off" />
          </label>
          <button type="submit">{form.button}</button>
          <div class="search-filters" hidden>
            <label>
              <span>{filters.section}</span>
              <select name="section">
                <option value="">{filters.all}</option>
              </select>
            </label>
            <label>
              <span>{filters.contributor}</span>
              <select name="contributor">
                <option value="">{filters.all}</option>
              </select>
            </label>
            <label>
              <span>{filters.topic}</span>
              <select name="topic">
                <option value="">{filters.all}</option>
              </select>
            </label>
            <label>
              <span>{filters.from}</span>
              <input type="date" name="from" />
            </label>
            <label>
              <span>{filters.until}</span>
              <input type="date" name="until" />
            </label>
            <label>
              <span>{order.label}</span>
              <select name="order">
                <option value="">{order.newest}</option>
                <option value="best">{order.best}</option>
              </select>
            </label>
          </div>
        </form>
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
                {group.links.map(({ label, href }) => (
                  <li>
                    <a href={href} dir="auto">
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
      <script type="module" src={script} />
    </Document>
  );
}
