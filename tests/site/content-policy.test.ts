import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type BuiltPage, demoPages, metaOf } from './demo.ts';

interface SeenPage extends BuiltPage {
  readonly policy: string;
}

const seen: readonly SeenPage[] = demoPages().map((page) => {
  const policy = page.tags.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
  return { ...page, policy: policy?.attributes['content'] ?? '' };
});

const faultsOf = (tell: (page: SeenPage) => readonly string[]): readonly string[] =>
  seen.flatMap((page) => tell(page).map((fault) => `${page.path} ${fault}`));

const sourceOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('every page has a policy that lets nothing through by itself', () => {
  expect(seen.length).toBeGreaterThan(60);
  const policies = new Set(seen.map(({ policy }) => policy));
  for (const policy of policies) {
    expect(policy).toMatch(/^default-src 'none'; script-src 'self' /);
    expect(policy).toContain("object-src 'none'; base-uri 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:/);
  }
  // Those of the demo have no scripts of their own.
  expect(policies.size).toBe(1);
});

test('the policy stands before all that it is about, and only the gate before it', () => {
  const faults = faultsOf(({ tags }) => {
    const head = tags.findIndex(({ name }) => name === 'head');
    const [charset, gate, policy] = tags.slice(head + 1);
    return [
      ...(charset && 'charset' in charset.attributes ? [] : ['does not begin with the charset']),
      ...(gate?.name === 'script' && Object.keys(gate.attributes).length === 0 ? [] : ['has no gate there']),
      ...(policy?.attributes['http-equiv'] === 'Content-Security-Policy' ? [] : ['has no policy there']),
    ];
  });
  expect(faults).toEqual([]);
});

test('the policy of each page has the hash of every inline script and style of it', () => {
  let count = 0;
  const faults = faultsOf(({ html, tags, policy }) =>
    tags.flatMap(({ name, attributes, index }) => {
      const isData = attributes['type'] === 'application/ld+json';
      if (!(name === 'style' || (name === 'script' && !('src' in attributes) && !isData))) return [];
      count += 1;
      const element = html.slice(index, html.indexOf(`</${name}>`, index));
      return policy.includes(sourceOf(element.slice(element.indexOf('>') + 1))) ? [] : [`has ${element}`];
    }),
  );
  expect(faults).toEqual([]);
  expect(count).toBeGreaterThanOrEqual(seen.length);
});

test('no page has styles or scripts in attributes', () => {
  const faults = faultsOf(({ tags }) =>
    tags.flatMap(({ attributes }) =>
      Object.entries(attributes).flatMap(([name, value]) =>
        /^(?:style$|on)/i.test(name) || /^\s*javascript:/i.test(value) ? [`has ${name}="${value}"`] : [],
      ),
    ),
  );
  expect(faults).toEqual([]);
});

test('every page says how much of its address other sites are told', () => {
  const faults = faultsOf((page) => {
    const policy = metaOf(page, 'referrer');
    return policy === 'strict-origin-when-cross-origin' ? [] : [`says ${policy}`];
  });
  expect(faults).toEqual([]);
});

test('recordings load nothing before they are asked for, and no link opens a window', () => {
  const players = seen.flatMap(({ tags }) => tags.filter(({ name }) => name === 'audio' || name === 'video'));
  expect(players.length).toBeGreaterThan(3);
  expect(players.filter(({ attributes }) => attributes['preload'] !== 'none')).toEqual([]);
  const opening = faultsOf(({ tags }) => (tags.some(({ attributes }) => 'target' in attributes) ? ['does'] : []));
  expect(opening).toEqual([]);
});
