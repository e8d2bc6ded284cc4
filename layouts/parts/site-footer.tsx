import type { VNode } from 'preact';
import type { Footer } from '../../src/pages/site/footer.ts';
import { SearchForm } from './search-form.tsx';

/** Who publishes the site, and where to reach them. */
export function SiteFooter({ footer }: { readonly footer: Footer }): VNode {
  return (
    <footer class="site-footer" lang={footer.language} dir={footer.direction}>
      <p class="publisher" lang={footer.publisher.language}>
        {footer.publisher.label}
      </p>
      {footer.description !== undefined && <p>{footer.description}</p>}
      {footer.search !== undefined && <SearchForm form={footer.search} />}
      <ul>
        {footer.links.map(({ label, href, hreflang, language }) => (
          <li>
            <a href={href} hreflang={hreflang} lang={language}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </footer>
  );
}
