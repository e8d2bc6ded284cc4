// What `npm pack` runs first: makes `dist/`, which a package has and a repository has not.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompatData } from '@mdn/browser-compat-data';
import { neededData } from '../../baseline/needed-data.ts';
import { PROGRAM, requireInProgram } from '../../disk/project.ts';
import { compileTo } from '../program/compile.js';

const DIST = join(PROGRAM, 'dist');

rmSync(DIST, { recursive: true, force: true });
if (process.argv[2] !== '--remove') await makeDist();

async function makeDist(): Promise<void> {
  mkdirSync(DIST);
  await compileTo(DIST, { program: PROGRAM, newsroom: PROGRAM });
  const data = neededData(requireInProgram('@mdn/browser-compat-data') as CompatData);
  writeFileSync(join(DIST, 'browser-data.json'), JSON.stringify(data));
  writeTypes();
}

/** Writes what a newsroom's own layouts and settings are typed by: declarations of the layouts, and of all that those and `index.ts` name. */
function writeTypes(): void {
  const names = readdirSync(join(PROGRAM, 'layouts'), { recursive: true, encoding: 'utf8' });
  const layouts = names.filter((name) => name.endsWith('.tsx')).map((name) => `../layouts/${name}`);
  const settings = join(DIST, 'tsconfig.json');
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rewriteRelativeImportExtensions: true,
    rootDir: '..',
    outDir: 'types',
  };
  const files = [
    ...layouts,
    '../src/build/package/index.ts',
    '../src/build/package/layouts.ts',
    '../src/eleventy/eleventy.d.ts',
  ];
  writeFileSync(settings, JSON.stringify({ extends: '../tsconfig.json', compilerOptions, files, include: [] }));
  try {
    execFileSync(process.execPath, [join(PROGRAM, 'node_modules/typescript/bin/tsc'), '-p', settings], {
      stdio: 'inherit',
    });
  } finally {
    rmSync(settings);
  }
}
