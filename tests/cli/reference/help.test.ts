import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { helpFor } from '../../../src/cli/help/help.js';

const ALL = helpFor(['--help']);
const COMMANDS = [
  'build',
  'read',
  'serve',
  'check',
  'new',
  'publish',
  'withdraw',
  'init',
  'import',
  'schema',
  'upgrade-notes',
  'eject',
];

describe('help', () => {
  it.each(COMMANDS)('for one command is what that takes, with an example: %s', (name) => {
    const said = helpFor([name, '--help']);

    expect(said).toMatch(new RegExp(`^Usage: npx broadsheet ${name} \\[options\\]\\n\\n  ${name} `));
    expect(said).toMatch(new RegExp(`^    for example:     npx broadsheet ${name}\\b`, 'm'));
    expect(said.match(/^ {2}[a-z-]+(?= )/gm)).toEqual([`  ${name}`]);
    expect(helpFor(['help', name])).toBe(said);
  });

  it('for all is that of each command', () => {
    for (const name of COMMANDS) expect(ALL).toContain(`\n  ${name} `);
    expect([helpFor([]), helpFor(['help']), helpFor(['chekc', '--help'])]).toEqual([ALL, ALL, ALL]);
  });

  it.each(COMMANDS)('names no option in an example that the command does not take: %s', (name) => {
    const said = helpFor([name, '--help']);
    const example = /for example: .*/.exec(said)?.[0] ?? '';
    const options = said.replace(example, '').match(/--[a-z-]+/g);

    for (const [option] of example.matchAll(/--[a-z-]+/g)) expect(options).toContain(option);
  });

  it('names documents that are in the package', () => {
    const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly files: readonly string[] };
    const named = [...ALL.matchAll(/node_modules\/broadsheet\/(docs\/[a-z-]+\.md)/g)].map(([, path = '']) => path);

    expect(files).toContain('docs/*.md');
    expect(named.length).toBeGreaterThan(0);
    for (const path of named) expect(readFileSync(path, 'utf8')).not.toBe('');
  });
});
