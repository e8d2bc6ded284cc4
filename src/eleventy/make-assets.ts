import { createHash } from 'node:crypto';
import { settleBanner } from '../baseline/banner-settings.ts';
import { printGate } from '../baseline/gate.ts';
import { printWithoutScript } from '../baseline/without-script.ts';
import type { Baseline } from '../domain/baseline.ts';
import type { Edition } from '../domain/edition.ts';
import { href } from '../domain/site.ts';
import type { AssetSubject } from '../pages/asset.ts';
import type { Assets } from '../pages/publication.ts';
import { makeBannerScript } from './banner-script.ts';
import { makeScript } from './make-script.ts';
import { makeSearchScript } from './search-script.ts';
import { makeStylesheet } from './stylesheet.ts';

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
