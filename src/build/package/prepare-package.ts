// What `npm pack` runs first: makes `dist/`, which a package has and a repository has not.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleEditor, SHIPPED_EDITOR } from '../../assets/editor-script.ts';
import { PROGRAM, requireInProgram } from '../../disk/project.ts';
import { fontFiles } from '../pictures/fonts.ts';
import { compileTo } from '../program/bundle.js';
import { LAYOUTS, PACKAGES } from '../program/kept-folders.js';
import { isLayoutApart } from '../program/layouts-apart.js';
import { isPackageApart } from '../program/packages-apart.js';
import { writeBrowserData } from './browser-data.ts';
import { bundlePackages } from './bundle-packages.ts';
import { licencesOf } from './licences.ts';
import { keepMapOfOwnCode } from './map-own-code.ts';
import { writeTypes } from './declarations.ts';
import { writeSchemas } from './schemas.ts';

const DIST = join(PROGRAM, 'dist');

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

async function makeDist(): Promise<void> {
  mkdirSync(DIST);
  const { code, layouts, apart } = await compileTo(DIST, { program: PROGRAM, newsroom: PROGRAM });
  for (const name of ['program.cjs.map', `${LAYOUTS}.map`, 'bundled-eleventy.cjs.map'])
    keepMapOfOwnCode(join(DIST, name));
  // Nothing of it is of our own code.
  rmSync(join(DIST, `${PACKAGES}.map`));
  const installed = Object.keys((requireInProgram('./package.json') as Manifest).dependencies);
  const bundled = await bundlePackages(join(DIST, 'bundled'), {
    inputs: { ...code?.inputs, ...layouts.inputs },
    root: PROGRAM,
    installed,
  });
  const browsers = await writeBrowserData(join(DIST, 'browser-data'), PROGRAM);
  const editor = await bundleEditor();
  // Browsers take it as it is, and it is a third as large.
  writeFileSync(join(PROGRAM, SHIPPED_EDITOR), gzipSync(editor.code, { level: 9 }));
  const files = [code, layouts, apart, browsers, editor.metafile, ...bundled]
    .flatMap((made) => Object.keys(made?.inputs ?? {}))
    .filter((path) => !isPackageApart(path) && !isLayoutApart(path))
    .map((path) => join(PROGRAM, path));
  const fonts = fontFiles();
  mkdirSync(join(DIST, 'fonts'));
  for (const file of fonts) copyFileSync(file, join(DIST, 'fonts', basename(file)));
  writeFileSync(join(DIST, 'THIRD-PARTY-LICENSES.txt'), licencesOf([...files, ...fonts]));
  writeTypes(DIST, PROGRAM);
  writeSchemas(join(DIST, 'schema'));
}

rmSync(DIST, { recursive: true, force: true });
if (process.argv[2] !== '--remove') await makeDist();
