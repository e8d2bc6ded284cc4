import type { VNode } from 'preact';
import type { RedirectPage } from '../src/pages/redirects.ts';
import { Beginning } from './parts/head.tsx';

/** The page at an old address: it leads on by itself, and has a link for whoever it does not take along. */
export default function Redirect(page: RedirectPage): VNode {
  const { language, direction, title, text, href, canonical } = page;
  return (
    <html lang={language} dir={direction}>
      <head>
        <Beginning page={page} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="canonical" href={canonical} />
        <meta name="robots" content="noindex" />
        <meta http-equiv="refresh" content={`0; url=${href}`} />
      </head>
      <body>
        <p>
          {text} <a href={href}>{canonical}</a>
        </p>
      </body>
    </html>
  );
}
