import type { VNode } from 'preact';
import type { Masthead as Data } from '../../src/pages/frame.ts';

/** The name of the paper, and the way to its sections. */
export function Masthead({ masthead }: { readonly masthead: Data }): VNode {
  const { language, direction, title, home, isHome, navigationLabel, navigation } = masthead;
  const name = (
    <a href={home} aria-current={isHome ? 'page' : undefined}>
      {title}
    </a>
  );
  return (
    <header class="site-header" lang={language} dir={direction}>
      {isHome ? <h1 class="nameplate">{name}</h1> : <p class="nameplate">{name}</p>}
      {navigation.length > 0 && (
        <nav class="sections" aria-label={navigationLabel}>
          <ul>
            {navigation.map(({ label, href, isCurrent }) => (
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
