import type { ComponentChildren, VNode } from 'preact';
import type { Frame } from '../../src/pages/site/frame.ts';
import type { Footer } from '../../src/pages/site/footer.ts';
import type { Masthead as MastheadData } from '../../src/pages/site/masthead.ts';
import { Masthead } from './masthead.tsx';
import { once } from './once.tsx';
import { Raw } from './raw.tsx';
import { SiteFooter } from './site-footer.tsx';

const MastheadOnce = once<MastheadData>(({ data }) => <Masthead masthead={data} />);
const SiteFooterOnce = once<Footer>(({ data }) => <SiteFooter footer={data} />);

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
    title,
    description,
    canonical,
    alternates,
    robots,
    properties,
    structuredData,
    furtherData,
    stylesheet,
    gate,
    feeds,
    follow,
  } = frame;
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charset="utf-8" />
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
        <Raw as="script" html={gate} />
        <link rel="stylesheet" href={stylesheet} />
        {feeds.map(({ type, label, href }) => (
          <link rel="alternate" type={type} title={label} href={href} />
        ))}
        {properties.map(({ property, content }) => (
          <meta property={property} content={content} />
        ))}
        {structuredData !== undefined && <Raw as="script" type="application/ld+json" html={structuredData} />}
        {furtherData.map((data) => (
          <Raw as="script" type="application/ld+json" html={data} />
        ))}
      </head>
      <body>
        <MastheadOnce data={frame.masthead} />
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
        <SiteFooterOnce data={frame.footer} />
      </body>
    </html>
  );
}
