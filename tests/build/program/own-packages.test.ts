import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../../src/disk/project.ts';
import { aNewsroomOnDisk, broadsheet, type Ended, removeNewsrooms } from '../../cli/run.ts';

const FILES = {
  // A package of modules that is found by its own address, and one of CommonJS with something beside what it is.
  'node_modules/loud/package.json': '{ "name": "loud", "version": "1.0.0", "type": "module", "exports": "./loud.js" }',
  'node_modules/loud/loud.js': [
    'const name = new URL(import.meta.url).pathname.split("/").at(-1);',
    'export default (config) => config.addFilter("loud", (text) => text.toUpperCase() + " of " + name);',
    'const number = 42;',
    'export { number as delete, number as "a name", number };',
  ].join('\n'),
  'node_modules/@quiet/plugin/package.json': '{ "name": "@quiet/plugin", "version": "1.0.0", "main": "quiet.js" }',
  'node_modules/@quiet/plugin/quiet.js': [
    'module.exports = (config) => config.addFilter("quiet", (text) => text.toLowerCase());',
    'module.exports.half = 21;',
  ].join('\n'),
  '.eleventy.ts': [
    "import { join } from 'node:path';",
    "import broadsheet from 'broadsheet';",
    "import loud, { number } from 'loud';",
    "import quiet, { half } from '@quiet/plugin';",
    'export default async (config: any) => {',
    '  config.addPlugin(loud);',
    '  config.addPlugin(quiet);',
    "  config.addFilter('joined', () => join('a', String(number + half)));",
    '  return broadsheet(config);',
    '};',
  ].join('\n'),
  'content/pages/filtered.njk':
    '---\ntitle: Filtered\n---\n{{ "Tide" | loud }}, {{ "Tide" | quiet }}, {{ "" | joined }}\n',
};

afterAll(removeNewsrooms);

describe('packages that the settings of a newsroom import', () => {
  let folder = '';
  let first: Ended;

  beforeAll(() => {
    folder = aNewsroomOnDisk(FILES);
    symlinkSync(PROGRAM, join(folder, 'node_modules/broadsheet'), 'junction');
    first = broadsheet(folder, 'build');
  });

  it('do what they do, whatever kind of modules they are', () => {
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(page()).toContain('TIDE of loud.js, tide, a/63');
  });

  it('make pages anew when they change', () => {
    change('node_modules/loud/loud.js', (text) => text.replace('of', 'by'));
    change('.eleventy.ts', (text) => `${text}\n`);

    expect(broadsheet(folder, 'build').status).toBe(0);
    expect(page()).toContain('TIDE by loud.js, tide, a/63');
  });

  it('are named where they are not installed', () => {
    change('.eleventy.ts', (text) => text.replace("'loud'", "'lout'"));
    const { status, stderr } = broadsheet(folder, 'build');

    expect(status).toBe(1);
    expect(stderr).toContain('.eleventy.ts:3:');
    expect(stderr).toContain('"lout"');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  const page = (): string => readFileSync(join(folder, '_site/filtered/index.html'), 'utf8');

  function change(path: string, edit: (text: string) => string): void {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, edit(readFileSync(file, 'utf8')));
  }
});
