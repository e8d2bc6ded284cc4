import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BannerSettings } from '../baseline/banner-settings.ts';
import type { UrlPath } from '../domain/url-path.ts';
import type { AssetSubject } from '../pages/asset.ts';
import { kept } from './kept.ts';
import { PROJECT } from './project.ts';
import { versionOf } from './version-of.ts';

const require = createRequire(import.meta.url);
const SOURCE = 'layouts/scripts/unsupported-browser.js';

/** The script that only old browsers load; its name is made of its content. */
export function makeBannerScript(settings: BannerSettings): AssetSubject {
  const source = readFileSync(join(PROJECT, SOURCE), 'utf8');
  const code = kept(['banner', versionOf('esbuild'), source, settings], () => {
    const { transformSync } = require('esbuild') as typeof import('esbuild');
    const define = { SETTINGS: JSON.stringify(settings) };
    // ES5 is the oldest that it can write; the tests see to it that the file is ES3.
    return transformSync(source, { minify: true, target: 'es5', format: 'iife', define }).code;
  });
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
  return { url: `/assets/legacy.${hash}.js` as UrlPath, text: code };
}
