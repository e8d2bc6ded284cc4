import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { bundle } from 'lightningcss';
import type { Page } from '../domain/page.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { PROJECT } from './project.ts';

/** The oldest browsers for which lightningcss puts newer CSS into older words; still older ones get a plain page. */
const OLDEST = {
  chrome: version(80),
  edge: version(80),
  firefox: version(78),
  safari: version(13),
  ios_saf: version(13),
};

function version(major: number): number {
  return major << 16;
}

/** The stylesheet of the site as a page: all of `layouts/styles/`, its name made of its content. */
export function makeStylesheet(): Page<string> {
  const { code } = bundle({ filename: join(PROJECT, 'layouts/styles/site.css'), minify: true, targets: OLDEST });
  const css = Buffer.from(code).toString('utf8');
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 10);
  return { url: `/assets/site.${hash}.css` as UrlPath, layout: 'verbatim', data: css };
}
