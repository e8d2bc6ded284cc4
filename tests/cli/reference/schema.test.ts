import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../build/temporary-folder.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { aNewsroomOnDisk, broadsheetInResident, removeNewsrooms } from '../run.ts';

afterAll(removeNewsrooms);

const KINDS = ['story', 'contributor', 'page', 'front', 'site', 'redirects', 'style'];

const NEWSROOM = {
  'content/site.yaml':
    'title: The Ledger\nurl: https://ledger.example/\nlanguage: en-GB\nsections:\n  - { id: news, title: News }\n  - { id: sport, title: Sport }\nseries:\n  - { id: the-bridge, title: The bridge }\nlanguages:\n  - { language: es }\n',
  'content/contributors/jane-doe.md': '---\nname: Jane Doe\n---\nShe writes.\n',
  'content/articles/a.md': aStory({ topics: ['Swing Bridge'], contributors: 'jane-doe', section: 'news' }),
  // What is wrong with a newsroom does not keep its choices from anybody.
  'content/articles/b.md': aStory({ section: 'gossip' }),
};

function compiled(schema: string): ValidateFunction {
  return new Ajv({ strict: true, allowUnionTypes: true }).compile(JSON.parse(schema) as object);
}

describe('broadsheet schema', () => {
  const folder = aNewsroomOnDisk(NEWSROOM);

  it('lists the kinds of files, and where they lie', async () => {
    const { status, stdout, stderr } = await broadsheetInResident(folder, 'schema');

    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').map((line) => line.split(' ')[0])).toEqual([...KINDS, '']);
    expect(stdout).toContain('content/fronts/*.yaml');
  });

  it.each(KINDS)('prints a JSON Schema of a %s that is one', async (kind) => {
    const { status, stdout, stderr } = await broadsheetInResident(folder, 'schema', kind);

    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' });
    expect(compiled(stdout)({ unknown: [] })).toBe(false);
  });

  it('takes any section, contributor and topic where no newsroom is asked', async () => {
    const isValid = compiled((await broadsheetInResident(folder, 'schema', 'story')).stdout);

    expect(isValid({ headline: 'A', contributors: 'nobody', date: '2026-11-23', section: 'gossip' })).toBe(true);
  });

  it('takes what the newsroom has, and refuses what it has to have', async () => {
    const isValid = compiled((await broadsheetInResident(folder, 'schema', 'story', '--newsroom')).stdout);
    const aStoryWith = (keys: object): object => ({ headline: 'A', contributors: 'Jane Doe', date: '2026', ...keys });
    const good = [
      {},
      { section: 'sport' },
      { section: null },
      { contributors: 'jane-doe' },
      { contributors: ['jane-doe', 'Someone Else', { id: 'jane-doe', credit: 'editing' }] },
      { topics: ['Swing Bridge', 'Anything new'] },
      { series: 'another-one' },
      { language: 'fr' },
      { layout: 'article-feature' },
    ];
    const bad = [
      { section: 'gossip' },
      { contributors: 'john-roe' },
      { contributors: [{ id: 'Jane Doe' }] },
      { layout: 'post' },
      { topics: [7] },
    ];

    expect(good.filter((keys) => !isValid(aStoryWith(keys)))).toEqual([]);
    expect(bad.filter((keys) => isValid(aStoryWith(keys)))).toEqual([]);
  });

  it('offers no example that the newsroom lacks', async () => {
    const { stdout } = await broadsheetInResident(folder, 'schema', 'story', '--newsroom');
    const { properties } = JSON.parse(stdout) as { readonly properties: Readonly<Record<string, object>> };

    expect(properties['section']).toMatchObject({ enum: ['news', 'sport', null] });
    expect(properties['section']).not.toHaveProperty('examples');
    expect(properties['headline']).toHaveProperty('examples');
  });

  const wrong: readonly [string[], string][] = [
    [['stori'], 'did you mean `story`?'],
    [['__proto__'], 'expected `story`'],
    [['story', 'site'], 'expected one kind'],
    [['--newsroom'], 'expected it with `story`'],
    [['story', '--content', 'content'], 'expected it with --newsroom'],
    [['story', '--newsroom', '--content', 'nowhere'], 'nowhere'],
  ];
  it.each(wrong)('refuses %j', async (args, told) => {
    const { status, stdout, stderr } = await broadsheetInResident(folder, 'schema', ...args);

    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(told);
  });
});

describe('the files for VS Code that init writes', () => {
  it('lead to schemas that the package has, by the paths of the files they are of', async () => {
    const folder = temporaryFolder();
    await broadsheetInResident(folder, 'init', 'paper', '--yes');
    const read = (name: string): Readonly<Record<string, unknown>> =>
      JSON.parse(readFileSync(join(folder, 'paper/.vscode', name), 'utf8')) as Readonly<Record<string, unknown>>;

    expect(read('settings.json')['yaml.schemas']).toEqual({
      './node_modules/broadsheet/dist/schema/front.json': ['content/fronts/*.yaml', 'content/fronts/*/*.yaml'],
      './node_modules/broadsheet/dist/schema/site.json': ['content/site.yaml'],
      './node_modules/broadsheet/dist/schema/redirects.json': ['content/redirects.yaml'],
      './node_modules/broadsheet/dist/schema/style.json': ['content/style.yaml'],
    });
    expect(read('extensions.json')).toEqual({ recommendations: ['redhat.vscode-yaml'] });
    expect(Object.keys(read('broadsheet.code-snippets'))).toContain('Directive pullquote');
  });
});
