import type { VNode } from 'preact';
import type { LanguageLink, LanguageLinks } from '../../src/pages/languages.ts';

/** The way to the fronts in all languages, each in its own words. */
export function Languages({ languages }: { readonly languages: LanguageLinks }): VNode {
  return (
    <nav class="languages" aria-label={languages.label}>
      <ul>
        {languages.links.map(({ label, href, language, direction, isCurrent, sign }) => (
          <li>
            <a
              href={href}
              lang={language}
              dir={direction}
              hreflang={language}
              data-sign={sign}
              aria-current={isCurrent || undefined}
            >
              <span>{label}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The ways to a page in other languages, each in its own words, where there are any. */
export function Translations({ links }: { readonly links: readonly LanguageLink[] }): VNode | null {
  if (links.length === 0) return null;
  return (
    <p class="header-languages">
      {links.map(({ label, href, language, direction }) => (
        <>
          <span>
            <a href={href} lang={language} dir={direction} hreflang={language} rel="alternate">
              {label}
            </a>
          </span>{' '}
        </>
      ))}
    </p>
  );
}
