import type { VNode } from 'preact';
import type { LanguageLink } from '../../src/pages/languages.ts';

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
