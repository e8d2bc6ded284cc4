import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { FileKeys, Key, Value } from '../../../src/newsroom/keys/described.ts';
import { keysPage } from '../../../docs/write-keys.ts';
import { describeDirectives } from '../../../src/newsroom/keys/describe-directives.ts';
import { DIRECTIVES } from '../../../src/markdown/directives/directives.ts';
import { describeKeys, type FileKind, keysOf } from '../../../src/newsroom/keys/describe-keys.ts';
import { jsonSchemaOf } from '../../../src/newsroom/keys/json-schema.ts';
import { entryOf } from '../../../src/diagnostics/catalogue.ts';
import type { Finding } from '../../../src/diagnostics/finding.ts';
import { validateContributor } from '../../../src/validate/contributors.ts';
import { validateFront } from '../../../src/validate/fronts.ts';
import { validateRedirects } from '../../../src/validate/redirects/redirects.ts';
import { readHouseStyle } from '../../../src/newsroom/copy-desk/house-style/house-style.ts';
import { STYLE_PATH } from '../../../src/newsroom/copy-desk/house-style/style-schema.ts';
import { validateOwnPage } from '../../../src/validate/own-pages/own-page.ts';
import type { Validated } from '../../../src/validate/setting.ts';
import { readDefaults } from '../../../src/validate/site/defaults.ts';
import { validateSite } from '../../../src/validate/site/site.ts';
import { validateArticle } from '../../../src/validate/story/article.ts';
import { parseManuscript } from '../../../src/parse/manuscript.ts';
import { EXAMPLE_MEDIA } from './example-media.ts';
import { aFile, aManuscript, type Keys } from '../manuscript.ts';
import { aSetting, baselineOf, mediaOf, SITE } from '../site.ts';

const SECTIONS = [
  { id: 'news', title: 'News' },
  { id: 'sport', title: 'Sport' },
];
const setting = aSetting({ site: { sections: SECTIONS }, media: EXAMPLE_MEDIA });

/** How a file of each kind is read whose values have these keys beside those that it needs. */
const READERS: Readonly<Record<FileKind, (keys: Keys) => Validated<unknown>>> = {
  story: (keys) => validateArticle(aManuscript({ keys }), setting),
  contributor: (keys) =>
    validateContributor(
      parseManuscript({ path: 'content/contributors/jane-doe.md', text: aFile({ name: 'Jane Doe', ...keys }, '') }),
      setting,
    ),
  page: (keys) =>
    validateOwnPage(
      parseManuscript({ path: 'content/pages/about.md', text: aFile({ title: 'About us', ...keys }, 'Text.\n') }),
      setting,
    ),
  front: (keys) => validateFront('content/fronts/home.yaml', keys, setting),
  site: (keys) => {
    const given = { ...SITE, ...(keys['languages'] ? { sections: SECTIONS } : {}), ...keys };
    const site = validateSite(given, { media: mediaOf(EXAMPLE_MEDIA), url: undefined, baselineOf });
    const defaults = readDefaults(given, { ...setting, site: { ...site.value, sections: setting.site.sections } });
    return { value: { ...site.value, defaults: defaults.value }, findings: [...site.findings, ...defaults.findings] };
  },
  redirects: (keys) => validateRedirects(keys, setting.site),
  style: (keys) => readHouseStyle({ path: STYLE_PATH, text: JSON.stringify(keys) }),
};

const ofGroups = describeKeys().flatMap((file) =>
  file.value.kind === 'group' ? file.value.keys.map((key) => ({ kind: file.kind, name: key.name, key })) : [],
);

/** A key with the way to it: `story.image.alt`. */
function keysWithin(value: Value, path: string): readonly (readonly [string, Key])[] {
  switch (value.kind) {
    case 'group':
      return value.keys.flatMap((key) => [
        [`${path}.${key.name}`, key] as const,
        ...keysWithin(key.value, `${path}.${key.name}`),
      ]);
    case 'list':
    case 'entries':
      return keysWithin(value.of, path);
    case 'either':
      return value.of.flatMap((kind) => keysWithin(kind, path));
    default:
      return [];
  }
}

const allKeys = describeKeys().flatMap(({ kind, value }) => keysWithin(value, kind));

it('describes each kind of file and every key of it in words', () => {
  expect(describeKeys().map(({ kind }) => kind)).toEqual([
    'story',
    'contributor',
    'page',
    'front',
    'site',
    'redirects',
    'style',
  ]);
  expect(allKeys.length).toBeGreaterThan(180);
  for (const [path, { help, label }] of allKeys) {
    expect(help, path).toMatch(/^\S.*[.`“”’]$/);
    expect(help.split('`').length % 2, `${path}: backticks`).toBe(1);
    expect(label, path).toMatch(/^\S.*\S$/);
  }
});

it('says which keys must be there', () => {
  const required = ofGroups.filter(({ key }) => key.isRequired).map(({ kind, name }) => `${kind}.${name}`);

  expect(required).toEqual([
    ...['story.headline', 'story.contributors', 'story.date', 'contributor.name', 'page.title'],
    ...['site.title', 'site.url'],
  ]);
});

it('says how many and how long, as the schema has it', () => {
  const topics = ofGroups.find(({ kind, name }) => kind === 'story' && name === 'topics')?.key.value;
  const headline = ofGroups.find(({ kind, name }) => kind === 'story' && name === 'headline')?.key.value;

  expect(topics).toEqual({ kind: 'list', most: 50, of: { kind: 'text', form: 'plain', mostCharacters: 300 } });
  expect(headline).toEqual({ kind: 'text', form: 'line', mostCharacters: 5000 });
});

it('marks what a newsroom chooses from', () => {
  const chosen = allKeys.filter(([path, { choices }]) => choices?.isClosed && path.startsWith('story.'));

  expect(chosen.map(([path, { choices }]) => [path, choices?.from])).toEqual([
    ['story.contributors.id', 'contributors'],
    ['story.section', 'sections'],
    ['story.layout', 'storyLayouts'],
  ]);
});

const withExamples = allKeys.filter(([, { examples, usual }]) => examples.length > 0 || usual !== undefined);

describe('a key', () => {
  // Each is a key of one file, so that one schema is compiled for all.
  const keys = withExamples.map(([, { value }], index): Key => {
    return { name: `key${index}`, label: 'Key', help: 'Key.', isRequired: false, value, examples: [] };
  });
  const file: FileKeys = { ...keysOf('site'), value: { kind: 'group', keys } };
  const isValid = new Ajv({ strict: true, allowUnionTypes: true }).compile(jsonSchemaOf(file));

  it.each(withExamples.map(([path, key], index) => [path, key, `key${index}`] as const))(
    'has examples, and a usual value, of its own kind: %s',
    (_path, { examples, usual }, name) => {
      for (const example of [...examples, usual ?? examples[0]])
        expect(isValid({ [name]: example }), JSON.stringify(example)).toBe(true);
    },
  );
});

describe.each(ofGroups)('the key $name of a $kind', ({ kind, name, key }) => {
  it('has examples in which nothing is wrong', () => {
    for (const example of key.examples) expect(errors(READERS[kind]({ [name]: example }).findings)).toEqual([]);
  });

  it('has the usual value that leaving it out has', () => {
    if (key.usual === undefined) return expect(key.isRequired && key.otherwise !== undefined).toBe(false);
    expect(READERS[kind]({ [name]: key.usual }).value).toEqual(READERS[kind]({}).value);
  });

  it('has them for the keys within it', () => {
    const groups = key.value.kind === 'either' ? key.value.of : [key.value];
    const within = groups.flatMap((group) => (group.kind === 'group' ? group.keys : []));
    for (const inner of within.filter(({ usual }) => usual !== undefined)) {
      const given = { [name]: { [inner.name]: inner.usual } };
      expect(READERS[kind](given).value, inner.name).toEqual(READERS[kind]({}).value);
    }
  });
});

it('knows that a credit is a byline unless it says something else', () => {
  const credits = (credit: object) =>
    validateArticle(aManuscript({ keys: { contributors: [{ name: 'Jane Doe', ...credit }] } }), setting).value.credits;
  const usual = allKeys.find(([path]) => path === 'story.contributors.credit')?.[1].usual;

  expect(credits({ credit: usual })).toEqual(credits({}));
});

it.each(['/new/', { gone: true }, { gone: 'At the wish of the family.' }])(
  'takes for a redirect what is one: %j',
  (target) => {
    const isValid = new Ajv({ strict: true, allowUnionTypes: true }).compile(jsonSchemaOf(keysOf('redirects')));

    expect(READERS.redirects({ '/old/': target }).findings).toEqual([]);
    expect(isValid({ '/old/': target })).toBe(true);
  },
);

it('takes a year for the name of a folder, as defaults do', () => {
  const given = { ...SITE, defaults: { folder: 2014, section: 'news' } };
  const isValid = new Ajv({ strict: true, allowUnionTypes: true }).compile(jsonSchemaOf(keysOf('site')));

  expect(isValid(given)).toBe(true);
});

function errors(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ code }) => entryOf(code).severity === 'error');
}

it('has an example of the text of each directive that is a block, and of no other', () => {
  const described = describeDirectives();

  expect(described.map(({ name }) => name)).toEqual(DIRECTIVES.map(({ name }) => name));
  for (const { name, form, text } of described) expect(text !== undefined, name).toBe(form === 'block');
});

it('leads to headings of writing.md that are there, and docs/keys.md is what `npm run docs` makes', () => {
  const anchors = readAnchors(readFileSync('docs/writing.md', 'utf8'));
  const more = [...allKeys.map(([, key]) => key.more), ...describeDirectives().map((each) => each.more)];
  const unknown = more.filter((heading) => heading !== undefined && !anchors.includes(heading));

  expect([...new Set(unknown)]).toEqual([]);
  expect(more.length).toBeGreaterThan(150);
  expect(readFileSync('docs/keys.md', 'utf8'), 'run npm run docs').toBe(keysPage());
});

/** The names of headings, as GitHub makes them. */
function readAnchors(markdown: string): readonly string[] {
  const names = [...markdown.matchAll(/^#{2,4} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
  return names.map((name, index) => {
    const before = names.slice(0, index).filter((other) => other === name).length;
    return before === 0 ? name : `${name}-${before}`;
  });
}
