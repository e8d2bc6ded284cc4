import type { VNode } from 'preact';
import type { Masthead as Data } from '../../src/pages/site/masthead.ts';
import { Languages } from './languages.tsx';

/**
 * The name of the paper, and the way to its sections. The way past both comes first, and within the header, where reader
 * modes do not take it for text.
 */
export function Masthead({ masthead }: { readonly masthead: Data }): VNode {
  const { language, direction, skip, title, home, isHome, navigationLabel, navigation, search, languages } = masthead;
  const links = search === undefined ? navigation : [...navigation, search];
  const name = (
    <a href={home} aria-current={isHome ? 'page' : undefined}>
      {title}
    </a>
  );
  return (
    <header class="site-header" lang={language} dir={direction}>
      <a class="skip-link" href="#content">
        {skip}
      </a>
      {languages !== undefined && <Languages languages={languages} />}
      {isHome ? <h1 class="nameplate">{name}</h1> : <p class="nameplate">{name}</p>}
      {links.length > 0 && (
        <nav class="sections" aria-label={navigationLabel}>
          <ul>
            {links.map(({ label, href, isCurrent }) => (
              <li>
                <a href={href} aria-current={isCurrent ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}
