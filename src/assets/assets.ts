// assets/: styles and scripts, made ready to be published, and which browsers they are made for.
// May import: domain, baseline, pages, disk.

import { createHash } from 'node:crypto';
import { type BannerSettings, printGate, printWithoutScript, settleBanner } from '../baseline/banner.ts';
import type { Baseline } from '../domain/site/baseline.ts';
import type { Edition } from '../domain/edition.ts';
import { href } from '../domain/site/site.ts';
import type { AssetSubject } from '../pages/site/asset.ts';
import type { Assets } from '../pages/surroundings.ts';
import { join } from 'node:path';
import type { UrlPath } from '../domain/addresses.ts';
import { layoutFile, layoutFilesIn, OWN_LAYOUTS, PROGRAM, requireInProgram, versionOf } from '../disk/project.ts';
import { readFileSync } from 'node:fs';
import { bundledFiles } from '../disk/layouts/templates.ts';
import { AssetFault, madeSmall } from './asset-fault.ts';
import { printLoader } from './loader.ts';
import { printSiteStyles } from './site-styles.ts';
import { bundleStyles, type StylesheetName, tryStyles } from './stylesheet.ts';
import { withLayouts } from './with-layouts.ts';
import { cached } from './cached.ts';

/** The files that all pages share, and what pages need to know of them. */
export interface MadeAssets {
  readonly assets: Assets;
  readonly files: readonly AssetSubject[];
  /** The scripts that stand in every page as sources of a content security policy, `sha256-…`: the gate, and what loads the script of readers. */
  readonly inlineHashes: readonly string[];
}

/** Makes the stylesheet, the gate and the banner of an edition. */
export function makeAssets(edition: Edition, baseline: Baseline): MadeAssets {
  const { site } = edition;
  const { condition } = baseline;
  const settings = settleBanner(site, condition, languagesOf(edition));
  const banner = makeBannerScript(settings);
  const isInStyles = site.unsupportedBrowser.withoutScript;
  const banners = isInStyles ? printWithoutScript(settings, condition) : '';
  const stylesheet = makeStylesheet('site', baseline, printSiteStyles(site) + banners);
  const frontStylesheet = makeStylesheet('front', baseline);
  const charts = makeStylesheet('chart', baseline);
  const notation = makeStylesheet('notation', baseline);
  const viewer = { script: makeScript('picture-viewer'), stylesheet: makeStylesheet('picture-viewer', baseline) };
  const liveBlog = makeScript('live-blog');
  const reader = makeScript('reader');
  const search = site.search ? makeSearchScript(baseline) : undefined;
  const gate = printGate(condition, href(site, banner.url));
  const loader = printLoader(href(site, reader.url));
  return {
    assets: {
      stylesheet: stylesheet.url,
      frontStylesheet: frontStylesheet.url,
      chartStylesheet: charts.url,
      notationStylesheet: notation.url,
      gate,
      loader,
      liveBlog: liveBlog.url,
      viewer: { script: viewer.script.url, stylesheet: viewer.stylesheet.url },
      search: search?.url,
    },
    files: [
      ...[stylesheet, frontStylesheet, charts, notation, banner, liveBlog, viewer.script, viewer.stylesheet, reader],
      ...(search ? [search] : []),
    ],
    inlineHashes: [gate, loader].map(hashOf),
  };
}

/** A script as a content security policy knows it. */
function hashOf(script: string): string {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}

/** The languages of all pages. */
function languagesOf({ site, stories, ownPages }: Edition): readonly string[] {
  const languages = [...stories.map(({ entry }) => entry.language), ...ownPages.map(({ language }) => language)];
  return [...new Set([site.language, ...languages])];
}

/**
 * A stylesheet of the site for the browsers of the baseline, its name made of its content.
 *
 * @param extra Styles to go after those of `layouts/`, as they are.
 */
function makeStylesheet(name: StylesheetName, baseline: Baseline, extra = ''): AssetSubject {
  const css = bundleStyles(name, baseline) + extra;
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 10);
  return { url: `/assets/${name}.${hash}.css` as UrlPath, text: css };
}

/** A script of `layouts/scripts/` for supported browsers, made small; its name is made of its content. */
function makeScript(name: string): AssetSubject {
  const source = readFileSync(layoutFile(`scripts/${name}.js`), 'utf8');
  const code = cached(['script', versionOf('esbuild'), source], () => {
    const { transformSync } = requireInProgram('esbuild') as typeof import('esbuild');
    const options = { minify: true, target: 'es2015', format: 'iife' } as const;
    return madeSmall(`layouts/scripts/${name}.js`, () => transformSync(source, options).code);
  });
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
  return { url: `/assets/${name}.${hash}.js` as UrlPath, text: code };
}

const BANNER_SOURCE = 'scripts/unsupported-browser.js';

/** The script that only old browsers load; its name is made of its content. */
export function makeBannerScript(settings: BannerSettings): AssetSubject {
  const source = readFileSync(layoutFile(BANNER_SOURCE), 'utf8');
  const code = cached(['banner', versionOf('esbuild'), source, settings], () => {
    const { transformSync } = requireInProgram('esbuild') as typeof import('esbuild');
    const define = { SETTINGS: JSON.stringify(settings) };
    // ES5 is the oldest that it can write; the tests see to it that the file is ES3.
    const options = { minify: true, target: 'es5', format: 'iife', define } as const;
    return madeSmall(`layouts/${BANNER_SOURCE}`, () => transformSync(source, options).code);
  });
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
  return { url: `/assets/legacy.${hash}.js` as UrlPath, text: code };
}

const SEARCH_SOURCE = 'scripts/search.js';
/** The folder of what it imports. */
const PARTS = 'scripts/search';

/** What else it is made of: words are told apart in browsers as they were when the site was built. */
const SHARED = ['src/formats/search/search-words.ts', 'src/formats/search/search-part.ts', 'src/domain/search/urls.ts'];

/** The script of the search page; its name is made of its content. */
function makeSearchScript({ scriptTargets }: Baseline): AssetSubject {
  const parts = layoutFilesIn(PARTS).map((name) => `${PARTS}/${name}`);
  const files = [...[SEARCH_SOURCE, ...parts].map(layoutFile), ...SHARED.map((path) => join(PROGRAM, path))];
  const sources = files.map((file) => readFileSync(file, 'utf8'));
  const code = cached(['search', versionOf('esbuild'), sources, scriptTargets], () => {
    const { buildSync } = requireInProgram('esbuild') as typeof import('esbuild');
    const { outputFiles } = withLayouts((layouts) =>
      madeSmall(`layouts/${SEARCH_SOURCE}`, () =>
        buildSync({
          absWorkingDir: join(layouts, '..'),
          entryPoints: [`layouts/${SEARCH_SOURCE}`],
          bundle: true,
          write: false,
          minify: true,
          format: 'esm',
          target: [...scriptTargets],
          // Its file says `u` already, and what a browser does not know is found out when it runs.
          logLevel: 'silent',
        }),
      ),
    );
    return outputFiles[0]?.text ?? '';
  });
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
  return { url: `/assets/search.${hash}.js` as UrlPath, text: code };
}

/** What is wrong with a style or a script of `layouts/`, if anything is. */
export function findAssetFault(): AssetFault | undefined {
  const { transformSync } = requireInProgram('esbuild') as typeof import('esbuild');
  try {
    tryStyles();
    for (const path of bundledFiles().filter((path) => path.endsWith('.js')))
      madeSmall(`layouts/${path}`, () => transformSync(readFileSync(join(OWN_LAYOUTS, path), 'utf8')));
    return undefined;
  } catch (fault) {
    if (fault instanceof AssetFault) return fault;
    throw fault;
  }
}
