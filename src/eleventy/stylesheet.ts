import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { bundle } from 'lightningcss';
import type { Page } from '../domain/page.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { PROJECT } from './project.ts';

/** The stylesheet of the site as a page: all of `layouts/styles/`, its name made of its content. */
export function makeStylesheet(): Page<string> {
  const { code } = bundle({ filename: join(PROJECT, 'layouts/styles/site.css'), minify: true });
  const css = Buffer.from(code).toString('utf8');
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 10);
  return { url: `/assets/site.${hash}.css` as UrlPath, layout: 'verbatim', data: css };
}
