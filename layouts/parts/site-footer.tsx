import type { VNode } from 'preact';
import type { Footer } from '../../src/pages/footer.ts';
import { SearchForm } from './search-form.tsx';

/** Who publishes the site, and where to reach them. */
export function SiteFooter({ footer }: { readonly footer: Footer }): VNode {
  return (
    <footer class="site-footer" lang={footer.language} dir={footer.direction}>
      <p class="publisher">{footer.publisher}</p>
      {footer.description !== undefined && <p>{footer.description}</p>}
      {footer.search !== undefined && <SearchForm form={footer.search} />}
      <ul>
        {footer.links.map(({ label, href }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </footer>
  );
}
