import { expect, it } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.ts';
import { pinpoint } from '../../src/diagnostics/pinpoint.ts';

it('asks for the text of a file once, however many findings it has', () => {
  const asked: string[] = [];
  const textOf = (path: string): string => {
    asked.push(path);
    return '/a: /x\n/b: /y\n';
  };
  const at = (key: string): Finding['at'] => ({ kind: 'value', keys: [key] });
  const findings = ['/a', '/b', '/a'].flatMap((key): Finding[] =>
    ['content/redirects.yaml', 'content/site.yaml'].map((path) => ({
      code: 'redirect-broken',
      path,
      at: at(key),
      message: 'Unexpected target, expected the address of a page',
      hint: 'write another',
    })),
  );

  const placed = pinpoint(findings, { textOf, standards: {}, dateOf: () => undefined });

  expect(placed.map(({ path, line, column, excerpt }) => `${path}:${line}:${column} ${excerpt}`)).toEqual(
    ['redirects', 'site'].flatMap((name) =>
      ['1:5 /a: /x', '1:5 /a: /x', '2:5 /b: /y'].map((place) => `content/${name}.yaml:${place}`),
    ),
  );
  expect(asked.sort()).toEqual(['content/redirects.yaml', 'content/site.yaml']);
});
