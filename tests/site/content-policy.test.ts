import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { documentOf } from '../newsroom/document-of.ts';
import { demoPages } from './demo.ts';

interface SeenPage {
  readonly path: string;
  readonly document: Document;
  readonly policy: string;
}

const seen: readonly SeenPage[] = demoPages().map(({ path, html }) => {
  const document = documentOf(html);
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
  return { path, document, policy };
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
  const faults = faultsOf(({ document }) => {
    const [charset, gate, policy] = [...(document.head?.children ?? [])];
    return [
      ...(charset?.hasAttribute('charset') ? [] : ['does not begin with the charset']),
      ...(gate?.localName === 'script' && gate.attributes.length === 0 ? [] : ['has no gate there']),
      ...(policy?.getAttribute('http-equiv') === 'Content-Security-Policy' ? [] : ['has no policy there']),
    ];
  });
  expect(faults).toEqual([]);
});

test('the policy of each page has the hash of every inline script and style of it', () => {
  let count = 0;
  const faults = faultsOf(({ document, policy }) =>
    [...document.querySelectorAll('script:not([src], [type="application/ld+json"]), style')].flatMap((element) => {
      count += 1;
      return policy.includes(sourceOf(element.textContent ?? '')) ? [] : [`has ${element.outerHTML}`];
    }),
  );
  expect(faults).toEqual([]);
  expect(count).toBeGreaterThanOrEqual(seen.length);
});

test('no page has styles or scripts in attributes', () => {
  const faults = faultsOf(({ document }) =>
    [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].flatMap(({ name, value }) =>
        name === 'style' || name.startsWith('on') || /^\s*javascript:/i.test(value) ? [`has ${name}="${value}"`] : [],
      ),
    ),
  );
  expect(faults).toEqual([]);
});

test('every page says how much of its address other sites are told', () => {
  const faults = faultsOf(({ document }) => {
    const policy = document.querySelector('meta[name=referrer]')?.getAttribute('content');
    return policy === 'strict-origin-when-cross-origin' ? [] : [`says ${policy}`];
  });
  expect(faults).toEqual([]);
});

test('recordings load nothing before they are asked for, and no link opens a window', () => {
  const players = seen.flatMap(({ document }) => [...document.querySelectorAll('audio, video')]);
  expect(players.length).toBeGreaterThan(3);
  expect(players.filter((player) => player.getAttribute('preload') !== 'none')).toEqual([]);
  expect(faultsOf(({ document }) => (document.querySelector('[target]') ? ['opens a window'] : []))).toEqual([]);
});
