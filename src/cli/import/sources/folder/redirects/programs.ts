import type { ImportNote } from '../../../archive.ts';
import { type Literal, literalAt, propertiesOf, UNKNOWN } from '../values/literals.ts';
import type { Values } from '../values/plain-values.ts';
import { ruleOf } from './host-files.ts';
import type { WrittenRule } from './rules.ts';

/** The redirects of a configuration, and whether there are some that only running it would tell. */
export interface ProgramRules {
  readonly rules: readonly WrittenRule[];
  readonly notes: readonly ImportNote[];
}

/** No configuration is longer. */
const LONGEST = 500_000;

/** `redirects: { '/old': '/new', '/blog/[...slug]': { status: 302, destination: '/[...slug]' } }` of Astro. */
export function rulesOfAstro(program: string): ProgramRules {
  const text = program.slice(0, LONGEST);
  const tables = propertiesOf(text, 'redirects').map((at) => literalAt(text, at));
  const rules: WrittenRule[] = [];
  let isWhole = tables.every((table) => table instanceof Map);
  for (const table of tables.filter((value) => value instanceof Map))
    for (const [from, value] of table) {
      const to = value instanceof Map ? value.get('destination') : value;
      const status = value instanceof Map ? value.get('status') : undefined;
      if (typeof to === 'string')
        rules.push({ from, to, signs: 'routes', ...(typeof status === 'number' ? { status } : {}) });
      else isWhole = false;
    }
  return { rules, notes: isWhole ? [] : [MADE_BY_PROGRAM] };
}

/** `async redirects() { return [{ source: '/old/:slug', destination: '/:slug', permanent: true }] }` of Next. */
export function rulesOfNext(program: string): ProgramRules {
  const text = program.slice(0, LONGEST);
  const rules: WrittenRule[] = [];
  let isWhole = true;
  for (const at of propertiesOf(text, 'redirects')) {
    // The list that it gives back, by `return` or behind an arrow.
    const begin = /(?:\breturn|=>)\s*\(?\s*(?=\[)/.exec(text.slice(at, at + 5_000));
    const list = begin ? literalAt(text, at + begin.index + begin[0].length) : UNKNOWN;
    if (!Array.isArray(list)) {
      isWhole = false;
      continue;
    }
    for (const row of list as readonly Literal[]) {
      if (!(row instanceof Map) || typeof row.get('source') !== 'string' || typeof row.get('destination') !== 'string')
        isWhole = false;
      else
        rules.push(
          ruleOf(Object.fromEntries(row as ReadonlyMap<string, unknown>) as Values, {
            ...{ from: 'source', to: 'destination', signs: 'expressions' },
          }),
        );
    }
  }
  return { rules, notes: isWhole ? [] : [MADE_BY_PROGRAM] };
}

const MADE_BY_PROGRAM: ImportNote = {
  kind: 'lost',
  what: 'redirects that the configuration computes',
  advice: 'nothing of an archive is run: write them into `content/redirects.yaml`',
};
