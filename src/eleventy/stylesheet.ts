import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { bundle } from 'lightningcss';
import type { Baseline } from '../domain/baseline.ts';
import type { UrlPath } from '../domain/url-path.ts';
import type { AssetSubject } from '../pages/asset.ts';
import { PROJECT } from './project.ts';

/**
 * The stylesheet of the site: all of `layouts/styles/` for the browsers of the baseline, its name made of its content.
 *
 * @param extra Styles to go after those, as they are.
 */
export function makeStylesheet(baseline: Baseline, extra: string): AssetSubject {
  const { code } = bundle({
    filename: join(PROJECT, 'layouts/styles/site.css'),
    minify: true,
    targets: baseline.styleTargets,
  });
  const css = Buffer.from(code).toString('utf8') + extra;
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 10);
  return { url: `/assets/site.${hash}.css` as UrlPath, text: css };
}
