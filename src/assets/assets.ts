// assets/: styles and scripts, made ready to be published, and which browsers they are made for.
// May import: domain, baseline, pages, disk.

import { createHash } from 'node:crypto';
import { settleBanner } from '../baseline/banner.ts';
import { printGate, printWithoutScript } from '../baseline/gate.ts';
import type { Baseline } from '../domain/site/baseline.ts';
import type { Edition } from '../domain/edition.ts';
import { href } from '../domain/site/site.ts';
import type { AssetSubject } from '../pages/site/asset.ts';
import type { Assets } from '../pages/surroundings.ts';
import { makeBannerScript, makeScript, makeSearchScript } from './scripts.ts';
import { join } from 'node:path';
import { bundle } from 'lightningcss';
import type { UrlPath } from '../domain/addresses.ts';
import { PROJECT } from '../disk/project.ts';

/** The files that all pages share, and what pages need to know of them. */
export interface MadeAssets {
  readonly assets: Assets;
  readonly files: readonly AssetSubject[];
  /** The gate's source for a content security policy: `sha256-…`. */
  readonly gateHash: string;
}

/** Makes the stylesheet, the gate and the banner of an edition. */
export function makeAssets(edition: Edition, baseline: Baseline): MadeAssets {
  const { site } = edition;
  const { condition } = baseline;
  const settings = settleBanner(site, condition, languagesOf(edition));
  const banner = makeBannerScript(settings);
  const isInStyles = site.unsupportedBrowser.withoutScript;
  const stylesheet = makeStylesheet(baseline, isInStyles ? printWithoutScript(settings, condition) : '');
  const liveBlog = makeScript('live-blog');
  const search = site.search ? makeSearchScript(baseline) : undefined;
  const gate = printGate(condition, href(site, banner.url));
  return {
    assets: { stylesheet: stylesheet.url, gate, liveBlog: liveBlog.url, search: search?.url },
    files: [stylesheet, banner, liveBlog, ...(search ? [search] : [])],
    gateHash: `sha256-${createHash('sha256').update(gate).digest('base64')}`,
  };
}

/** The languages of all pages. */
function languagesOf({ site, stories, ownPages }: Edition): readonly string[] {
  const languages = [...stories.map(({ entry }) => entry.language), ...ownPages.map(({ language }) => language)];
  return [...new Set([site.language, ...languages])];
}

/**
 * The stylesheet of the site: all of `layouts/styles/` for the browsers of the baseline, its name made of its content.
 *
 * @param extra Styles to go after those, as they are.
 */
function makeStylesheet(baseline: Baseline, extra: string): AssetSubject {
  const { code } = bundle({
    filename: join(PROJECT, 'layouts/styles/site.css'),
    minify: true,
    targets: baseline.styleTargets,
  });
  const css = Buffer.from(code).toString('utf8') + extra;
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 10);
  return { url: `/assets/site.${hash}.css` as UrlPath, text: css };
}
