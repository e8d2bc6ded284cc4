import { runInNewContext } from 'node:vm';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { printGate } from '../../src/baseline/banner.ts';
import { findBaseline } from '../../src/assets/find-baseline.ts';

const SOURCE = '/assets/legacy.0123abcd.js';
const NOW = Date.parse('2026-11-23T12:00:00Z');

function gateOf(query: string): string {
  const read = findBaseline(query, NOW);
  if (read.kind === 'underivable') throw new Error(read.reason);
  return printGate(read.baseline.condition, SOURCE);
}

/** The addresses of the scripts that a window with these properties adds to its page. */
function loadedBy(window: object): readonly unknown[] {
  const head: { readonly src?: string }[] = [];
  const document = {
    createElement: () => ({}),
    documentElement: { firstChild: { appendChild: (script: object) => head.push(script) } },
  };
  runInNewContext(gateOf('baseline 2022'), { document, ...window });
  return head.map(({ src }) => src);
}

describe('the gate', () => {
  it.each([
    'baseline 2018',
    'baseline 2021',
    'baseline 2022',
    'baseline 2023',
    'baseline widely available',
    'defaults',
  ])('of %s is at most 256 bytes, with its element', (query) => {
    expect(Buffer.byteLength(`<script>${gateOf(query)}</script>`)).toBeLessThanOrEqual(256);
  });

  it('is ES3', () => {
    expect(() => parse(gateOf('baseline 2022'), { ecmaVersion: 3 })).not.toThrow();
  });

  it.each<[string, object]>([
    ['without CSS', {}],
    ['with CSS that is nothing', { CSS: undefined }],
    ['without CSS.supports', { CSS: {} }],
    ['whose CSS.supports throws', { CSS: { supports: () => JSON.parse('{') } }],
    ['that does not meet the condition', { CSS: { supports: () => false } }],
  ])('loads the banner in a window %s', (_what, window) => {
    expect(loadedBy(window)).toEqual([SOURCE]);
  });

  it('loads nothing where the condition is met', () => {
    expect(loadedBy({ CSS: { supports: (condition: string) => condition.startsWith('(height:1dvh)') } })).toEqual([]);
  });

  it('cannot end its element, whatever the address', () => {
    expect(printGate('(a:b)', '/</script><b>/x.js')).not.toContain('</script');
  });
});
