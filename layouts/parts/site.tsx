import type { ComponentChildren, VNode } from 'preact';
import type { Footer } from '../../src/pages/site/footer.ts';
import type { Frame } from '../../src/pages/site/frame.ts';
import type { Masthead as MastheadData } from '../../src/pages/site/masthead.ts';
import { BodyEnd } from './body-end.tsx';
import { Beginning } from './head.tsx';
import { HeadEnd } from './head-end.tsx';
import { Raw, renderedOnce } from './html.tsx';
import { Languages } from './languages.tsx';
import { SearchForm } from './search.tsx';

/** The whole document around a page's content. `before` stands between the masthead and the content. */
export function Document({
  frame,
  before,
  children,
}: {
  readonly frame: Frame;
  readonly before?: ComponentChildren;
  readonly children: ComponentChildren;
}): VNode {
  const {
    language,
    direction,
    section,
    title,
    description,
    canonical,
    alternates,
    robots,
    properties,
    structuredData,
    furtherData,
    stylesheets,
    icons,
    feeds,
    texts,
    follow,
  } = frame;
  return (
    <html lang={language} dir={direction}>
      <head>
        <Beginning page={frame} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {description !== undefined && <meta name="description" content={description} />}
        <link rel="canonical" href={canonical} />
        {alternates.map(({ hreflang, href }) => (
          <link rel="alternate" hreflang={hreflang} href={href} />
        ))}
        <meta name="robots" content={robots} />
        <meta name="color-scheme" content="light dark" />
        <meta name="generator" content="Broadsheet" />
        {stylesheets.map((stylesheet) => (
          <link rel="stylesheet" href={stylesheet} />
        ))}
        <link rel="icon" href={icons.icon.href} type={icons.icon.type} />
        {icons.touch !== undefined && <link rel="apple-touch-icon" href={icons.touch} />}
        <link rel="manifest" href={icons.manifest} />
        <meta name="theme-color" content={icons.colour} />
        {[...texts, ...feeds].map(({ type, label, href }) => (
          <link rel="alternate" type={type} title={label} href={href} />
        ))}
        {properties.map(({ property, content }) => (
          <meta property={property} content={content} />
        ))}
        {structuredData !== undefined && <Raw as="script" type="application/ld+json" html={structuredData} />}
        {furtherData.map((data) => (
          <Raw as="script" type="application/ld+json" html={data} />
        ))}
        <HeadEnd frame={frame} />
      </head>
      <body data-section={section}>
        <Masthead data={frame.masthead} />
        {before}
        <main id="content" tabIndex={-1}>
          {children}
          {follow.length > 0 && (
            <p class="list-feed">
              {follow.map(({ label, href }) => (
                <>
                  <a href={href} type="application/rss+xml">
                    {label}
                  </a>{' '}
                </>
              ))}
            </p>
          )}
        </main>
        <SiteFooter data={frame.footer} />
        <Raw as="script" html={frame.loader} />
        <BodyEnd frame={frame} />
      </body>
    </html>
  );
}

/** So many languages stand in the line of the nameplate on a phone, that of the page among them; more are in its menu. */
const FEW_LANGUAGES = 3;

/**
 * The name of the paper, and the way to its sections. The way past both comes first, and within the header, where reader
 * modes do not take it for text.
 */
const Masthead = renderedOnce<MastheadData>(({ data }) => {
  const { language, direction, skip, title, home, isHome, menuLabel, navigationLabel, navigation, search } = data;
  const { languages } = data;
  const hasManyLanguages = languages !== undefined && languages.links.length > FEW_LANGUAGES;
  const hasMenu = navigation.length > 0 || hasManyLanguages;
  const name = (
    <a href={home} aria-current={isHome ? 'page' : undefined}>
      {title}
    </a>
  );
  return (
    <header class={isHome ? 'site-header home-header' : 'site-header'} lang={language} dir={direction}>
      <a class="skip-link" href="#content">
        {skip}
      </a>
      {hasMenu && (
        <button class="menu-button" type="button" popovertarget="menu">
          <span>{menuLabel}</span>
        </button>
      )}
      {isHome ? <h1 class="nameplate">{name}</h1> : <p class="nameplate">{name}</p>}
      {search !== undefined && (
        <a class="search-link" href={search.href} aria-current={search.isCurrent ? 'page' : undefined}>
          <span>{search.label}</span>
        </a>
      )}
      {languages !== undefined && !hasManyLanguages && <Languages languages={languages} />}
      {hasMenu && (
        <div class="menu" id="menu" popover="auto">
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
          {languages !== undefined && hasManyLanguages && <Languages languages={languages} />}
        </div>
      )}
    </header>
  );
});

/** Who publishes the site, and where to reach them. */
const SiteFooter = renderedOnce<Footer>(({ data }) => {
  const { language, direction, publisher, description, search, links } = data;
  return (
    <footer class="site-footer" lang={language} dir={direction}>
      <p class="publisher" lang={publisher.language}>
        {publisher.label}
      </p>
      {description !== undefined && <p>{description}</p>}
      {search !== undefined && <SearchForm form={search} />}
      <ul>
        {links.map((link) => (
          <li>
            <a href={link.href} hreflang={link.hreflang} lang={link.language}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </footer>
  );
});
