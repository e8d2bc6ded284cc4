import { describe, expect, it } from 'vitest';
import type { Contributor } from '../../src/domain/contributors.ts';
import { parseManuscript } from '../../src/parse/manuscript.ts';
import { contributorSchema, validateContributor } from '../../src/validate/contributors.ts';
import type { Validated } from '../../src/validate/setting.ts';
import { codesOf } from '../newsroom/findings.ts';
import { aFile, type Keys } from '../newsroom/manuscript.ts';
import { aSetting } from '../newsroom/site.ts';

function aContributor(keys: Keys, body = '', name = 'jane-doe'): Validated<Contributor> {
  const text = aFile({ name: 'Jane Doe', ...keys }, body);
  return validateContributor(parseManuscript({ path: `content/contributors/${name}.md`, text }), aSetting({}));
}

const GOOD: readonly (readonly [key: string, value: unknown, contributor: object])[] = [
  ['name', ' Jane   Doe ', { name: 'Jane Doe', id: 'jane-doe' }],
  ['role', 'Editor', { role: 'Editor' }],
  ['image', { src: 'bridge.jpg', alt: 'Jane' }, { picture: { alt: 'Jane' }, media: ['content/media/bridge.jpg'] }],
  ['email', 'jane@ledger.example', { email: 'jane@ledger.example' }],
  [
    'links',
    [{ label: ' Site ', url: 'https://example.com' }],
    { links: [{ label: 'Site', url: 'https://example.com/' }] },
  ],
  [
    'links',
    ['https://www.example.com/@jane/', 'mailto:jane@example.com', '/about/', 'https://example.com/%E4%BA%AC'],
    {
      links: [
        { label: 'example.com/@jane', url: 'https://www.example.com/@jane/' },
        { label: 'jane@example.com', url: 'mailto:jane@example.com' },
        { label: '/about', url: '/about/' },
        { label: 'example.com/京', url: 'https://example.com/%E4%BA%AC' },
      ],
    },
  ],
  [
    'links',
    ['https://example.com', { label: 'Notes', url: 'https://example.com/notes' }],
    {
      links: [
        { label: 'example.com', url: 'https://example.com/' },
        { label: 'Notes', url: 'https://example.com/notes' },
      ],
    },
  ],
  [
    'links',
    ['https://example.com/%E2%80%AEgpj.a', 'https://example.com/%E2%81%A6a'],
    {
      links: [
        { label: 'example.com/%E2%80%AEgpj.a', url: 'https://example.com/%E2%80%AEgpj.a' },
        { label: 'example.com/%E2%81%A6a', url: 'https://example.com/%E2%81%A6a' },
      ],
    },
  ],
  [
    'names',
    { AR: ' جين  دو ', 'zh-hant': '多' },
    {
      names: [
        { language: 'ar', name: 'جين دو' },
        { language: 'zh-Hant', name: '多' },
      ],
    },
  ],
  ['formerNames', [' Jane  Roe ', 'Jane Roe', 'Jane Doe'], { formerNames: ['Jane Roe'] }],
];

const BAD: readonly (readonly [key: string, value: unknown, code: string])[] = [
  ['name', undefined, 'key-missing'],
  ['name', ' ', 'key-missing'],
  ['role', 5, 'value-type'],
  ['image', { src: 'bridge.jpg' }, 'picture-alt'],
  ['email', 'jane', 'url-invalid'],
  ['email', 'jane@ledger.example?bcc=x <', 'url-invalid'],
  ['links', [{ label: 'Site', url: 'javascript:alert(1)' }], 'url-invalid'],
  ['links', [{ url: 'https://example.com/' }], 'key-missing'],
  ['links', [{ label: ' ', url: 'https://example.com/' }], 'key-missing'],
  ['links', 'https://example.com/', 'value-type'],
  ['links', ['javascript:alert(1)'], 'url-invalid'],
  ['links', ['data:text/html,x'], 'url-invalid'],
  ['links', ['//evil.example/'], 'url-invalid'],
  ['links', ['mailto:jane'], 'url-invalid'],
  ['links', ['mailto:jane@example.com?bcc=all@example.com'], 'url-invalid'],
  ['links', [' '], 'url-invalid'],
  ['names', { arabic1: 'جين' }, 'language-invalid'],
  ['names', { ar: ' ' }, 'key-missing'],
  ['names', ['جين'], 'value-type'],
  ['formerNames', [''], 'key-missing'],
  ['formerNames', 'Jane Roe', 'value-type'],
  ['twitter', '@jane', 'key-unknown'],
];

describe('a key of a contributor', () => {
  it.each(GOOD)('takes %s: %j', (key, value, contributor) => {
    const { value: found, findings } = aContributor({ [key]: value });

    expect(findings).toEqual([]);
    expect(found).toMatchObject(contributor);
  });

  it.each(BAD)('does not take %s: %j', (key, value, code) => {
    expect(codesOf(aContributor({ [key]: value }).findings)).toEqual([code]);
  });

  it.each([[GOOD], [BAD]])('is tried with a good and with a bad value', (cases) => {
    const tried = new Set(cases.map(([key]) => key));

    expect(Object.keys(contributorSchema.shape).filter((key) => !tried.has(key))).toEqual([]);
  });
});

describe('a biography', () => {
  it('is rendered, and its first paragraph is there as plain text', () => {
    const { value } = aContributor({}, '## Jane\n\nJane "knows" *R&D* & \\<b>.\n\nMore.\n');

    expect(value.biography).toContain('<em>R&amp;D</em>');
    expect(value.biographyText).toBe('Jane “knows” R&D & <b>.');
  });

  it('may lead to other sites only', () => {
    const { value, findings } = aContributor({}, '[a](https://example.com/) and [b](../articles/a.md)\n');

    expect(value.biography).toBe('<p><a href="https://example.com/">a</a> and b</p>\n');
    expect(codesOf(findings)).toEqual(['link-broken']);
  });

  it('may be left out', () => {
    expect(aContributor({}).value.biographyText).toBe('');
  });
});

describe('a contributor’s file', () => {
  it.each(['Jane Doe', 'jane_doe', 'jané'])('must be named by an id: %s', (name) => {
    expect(codesOf(aContributor({}, '', name).findings)).toEqual(['slug-invalid']);
  });
});
