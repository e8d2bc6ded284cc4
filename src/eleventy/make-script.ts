import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { UrlPath } from '../domain/url-path.ts';
import type { AssetSubject } from '../pages/asset.ts';
import { kept } from './kept.ts';
import { PROJECT } from './project.ts';
import { versionOf } from './version-of.ts';

const require = createRequire(import.meta.url);

/** A script of `layouts/scripts/` for supported browsers, made small; its name is made of its content. */
export function makeScript(name: string): AssetSubject {
  const source = readFileSync(join(PROJECT, `layouts/scripts/${name}.js`), 'utf8');
  const code = kept(['script', versionOf('esbuild'), source], () => {
    const { transformSync } = require('esbuild') as typeof import('esbuild');
    return transformSync(source, { minify: true, target: 'es2015', format: 'iife' }).code;
  });
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
  return { url: `/assets/${name}.${hash}.js` as UrlPath, text: code };
}
