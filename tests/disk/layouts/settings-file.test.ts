import { describe, expect, it } from 'vitest';
import { demandSettings } from '../../../src/disk/layouts/settings-file.ts';
import { type Files, temporaryFolder } from '../../build/temporary-folder.ts';

const SITE = { 'content/site.yaml': 'title: The Tide\nurl: https://tide.example/\n' };
const SETTINGS = { '.eleventy.ts': "export { default } from 'broadsheet';\n" };
const CARD = { 'layouts/parts/card.tsx': '' };
const RULE = { 'rules/no-exclusive.ts': '' };

describe('the settings of a newsroom', () => {
  it.each<[string, Files, RegExp]>([
    [
      'layouts',
      { ...SITE, ...CARD },
      /^layouts\/ Unexpected files without \.eleventy\.ts .*\n {2}hint: write \.eleventy\.ts with the line `export \{ default \}/,
    ],
    ['rules', { ...SITE, ...RULE }, /^rules\/ Unexpected files without \.eleventy\.ts .*, or remove rules\/$/s],
    [
      'layouts, and a name of Eleventy’s',
      { ...SITE, ...CARD, 'eleventy.config.js': '' },
      /^eleventy\.config\.js Unexpected configuration.*\n {2}hint: name it \.eleventy\.ts, and have it/,
    ],
    [
      'an older name of Eleventy’s',
      { ...SITE, '.eleventy.cjs': '' },
      /^\.eleventy\.cjs Unexpected configuration, .*\n {2}hint: name it \.eleventy\.ts/,
    ],
    [
      'two',
      { ...SITE, ...SETTINGS, 'eleventy.config.mts': '' },
      /^eleventy\.config\.mts Unexpected .*\n {2}hint: move what it says into \.eleventy\.ts, and remove it$/,
    ],
  ])('are asked for where nothing would use what there is: %s', (_what, files, told) => {
    expect(() => demandSettings(temporaryFolder(files))).toThrow(told);
  });

  it.each<[string, Files]>([
    ['there is nothing but content', SITE],
    ['they are there', { ...SITE, ...SETTINGS, ...CARD, ...RULE }],
    ['the folder is no newsroom', { ...CARD, 'eleventy.config.js': '', 'content/index.md': '' }],
    [
      'a name is another',
      { ...SITE, 'eleventy.config.json': '', 'eleventy.configs.js': '', 'my.eleventy.js': '', 'layouts.md': '' },
    ],
  ])('are not asked for where %s', (_where, files) => {
    expect(() => demandSettings(temporaryFolder(files))).not.toThrow();
  });
});
