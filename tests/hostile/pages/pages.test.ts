import { afterAll, describe, expect, it } from 'vitest';
import { atNight, each } from '../../at-night.ts';
import { hostilePages } from './hostile-pages.ts';
import { PagesAttack } from './pages.ts';

const attack = new PagesAttack();
afterAll(() => attack.end());

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

describe('own pages with front matter of any kind', () => {
  it('run nothing that stands in a text, and end in no fault of ours', async () => {
    const faults: string[] = [];
    for (const seed of each(3, SEEDS)) faults.push(...(await attack.faultsOf(seed)));

    expect(faults).toEqual([]);
  });

  it('are often published, and often found at fault by Eleventy only', async () => {
    let published = 0;
    let failed = 0;
    for (const seed of SEEDS.slice(0, 30)) {
      const { ended } = await attack.build(hostilePages(seed));
      if (ended.status === 0) published += 1;
      if (ended.stderr.includes('template-failed')) failed += 1;
      if (published > 2 && failed > 4) break;
    }

    expect(published).toBeGreaterThan(2);
    expect(failed).toBeGreaterThan(4);
  });

  it('would be seen to run, to print a script and to change all objects', async () => {
    const program = (text: string) => ({ 'm.11ty.js': `export default () => { ${text}; return "<img src=x>"; };\n` });

    const [printing] = await attack.faultsOfPages(program('globalThis.RAN = 1'), 'a program');
    const [changing] = await attack.faultsOfPages(program('Object.prototype.changed = 1'), 'a program');

    expect(printing).toContain('a text was run, a script was printed');
    expect(changing).toContain('all objects inherit something new');
  });
});

const GOOD = '---\ntitle: A\nlayout: page\n---\n{{ title }}\n';

describe('what Eleventy takes for its own', () => {
  it.each([
    ...['page', 'eleventy', 'collections', 'content', '__proto__', 'constructor'].map((key) => [key, '{ a: 1 }']),
    ...['[__proto__]', ...atNight('{ a: 1 }', '[[a]]')].map((value) => ['tags', value]),
    ...['html', ...atNight('[njk]')].map((value) => ['templateEngineOverride', value]),
    ...['{ data: page, size: 1 }', ...atNight('5', '{ size: 1 }')].map((value) => ['pagination', value]),
    ...['{ permalink: x }', ...atNight('5', '{ __proto__: { a: 1 } }')].map((value) => ['eleventyComputed', value]),
    ...['../x.njk', '5', ...atNight('/etc/passwd', '__proto__')].map((value) => ['layout', value]),
    ...['../../x', 'true', ...atNight('{ build: x }')].map((value) => ['permalink', value]),
    ...['dynamicPermalink', 'date', 'override:page'].map((key) => [key, '{ a: [1] }']),
  ])('as `%s: %s` ends in no fault, wherever it is said', async (key = '', value = '') => {
    const head = key === 'layout' ? 'title: A\n' : 'title: A\nlayout: page\n';
    const text = `---\n${head}${key}: ${value}\n---\n{{ title }}\n`;
    const json = `{ "${key}": ${value.startsWith('{') ? '{ "a": { "__proto__": { "b": 1 } } }' : JSON.stringify(value)} }`;
    const code = `export const data = JSON.parse('${json}');\nexport default () => "";\n`;
    const faults = [
      ...(await attack.faultsOfPages({ 'a.md': text }, 'in Markdown')),
      ...(await attack.faultsOfPages({ 'a.njk': text, 'b.md': GOOD }, 'in a template')),
      ...(await attack.faultsOfPages({ 'a.njk': GOOD, 'pages.11tydata.json': json, 'b.md': GOOD }, 'in data')),
      ...(await attack.faultsOfPages({ 'b.md': GOOD, [`_data/${key.replace(':', '')}.json`]: json }, 'in all data')),
      ...(await attack.faultsOfPages({ 'a.11ty.js': code }, 'in code')),
    ];

    expect(faults).toEqual([]);
  });
});

describe('a Markdown page', () => {
  const COMMAND = '{{ range.constructor("globalThis.RAN=1")() }}';
  const TEXT = `---\ntitle: '${COMMAND}'\n---\n${COMMAND}\n\n<script>globalThis.RAN=1</script>\n`;

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ['data of its own', { 'a.json': '{ "templateEngineOverride": "njk" }' }],
    [
      'data of its folder',
      { 'pages.11tydata.js': 'export default { templateEngineOverride: "njk", pagination: {} };\n' },
    ],
    ['computed data', { 'pages.json': '{ "eleventyComputed": { "templateEngineOverride": "njk" } }' }],
    [
      'computed data of all',
      { '_data/eleventyComputed.json': '{ "templateEngineOverride": "njk", "permalink": "/x/" }' },
    ],
    ['a language that takes the place of another', { 'a.json': '{ "override:templateEngineOverride": "html" }' }],
  ])('stays text, whatever %s say', async (_what, data) => {
    const { ended, printed } = await attack.build({ 'a.md': TEXT, ...data });

    expect(ended).toMatchObject({ status: 0, hasRun: false, isPolluted: false });
    expect(printed).toContain('{{ range.constructor(');
    expect(printed).not.toContain('<script>globalThis.RAN=1</script>');
  });
});
