import * as z from 'zod';
import { type Site, SITE_PATH, type Standard } from '../../domain/site/site.ts';
import { CATALOGUE, isInCatalogue, STANDARDS } from '../../diagnostics/catalogue.ts';
import { type Fixed, SEVERITIES } from '../../diagnostics/catalogue-entry.ts';
import { type Finding, findingsUnder, keyAt } from '../../diagnostics/finding.ts';
import { didYouMean, documentAt, quote } from '../../diagnostics/wording.ts';
import type { Reader } from '../reader.ts';
import { houseCodes } from '../rules/house-rules.ts';
import { isMap, PlainScalar } from '../../domain/content/source.ts';
import { checkShape, date, listOf, mapOf, oneOf } from '../shape.ts';

type Keys = readonly (string | number)[];

const severity = oneOf(SEVERITIES);
const standardSchema = mapOf({ severity, before: date.optional() }, '`{ before, severity }`');
type StandardValues = z.infer<typeof standardSchema>;

/** `standards` as it is judged a code at a time: by code a severity, a group, or a list of these. */
export const standardsSchema = z.record(
  z.string(),
  z.union([severity, standardSchema, listOf(z.union([severity, standardSchema]), 'a list of groups')]).optional(),
);

/** Reads `standards`: by code a severity, one for older stories (`{ before, severity }`), or a list of these. */
export function readStandards(given: unknown, timeZone: string, reader: Reader): Site['standards'] {
  const standards: [string, readonly Standard[]][] = [];
  const written = isMap(given) ? given['standards'] : undefined;
  if (!isMap(written)) return {};
  const known: readonly string[] = [...STANDARDS, ...houseCodes()];
  for (const code of Object.keys(written)) {
    if (!known.includes(code)) {
      noteUnknown(code, known, reader);
      continue;
    }
    const value = written[code];
    if (value === null) continue;
    const read = Array.isArray(value)
      ? value.map((entry, index) => readStandard(entry, ['standards', code, index], { timeZone, reader }))
      : [readStandard(value, ['standards', code], { timeZone, reader })];
    standards.push([code, read.flatMap((standard) => standard ?? [])]);
  }
  return Object.fromEntries(standards);
}

function readStandard(
  given: unknown,
  keys: Keys,
  { timeZone, reader }: { readonly timeZone: string; readonly reader: Reader },
): Standard | undefined {
  // A severity alone is short for a group that has nothing else.
  const isShort = !isMap(given);
  const shaped = checkShape<StandardValues>(SITE_PATH, isShort ? { severity: given } : given, standardSchema);
  const { severity, before } = shaped.values;
  const found = isShort
    ? shaped.findings.map((finding) => ({ ...finding, at: { kind: 'value', keys } as const, ...meantSeverity(given) }))
    : findingsUnder(keys, shaped.findings.map(underCode(keys)));
  reader.findings.push(...found);
  const moment = reader.moment(before, timeZone, ...keys, 'before');
  // What cannot be read must not become a severity for stories of all dates.
  const isWhole = shaped.findings.length === 0 && (before === undefined || moment !== undefined);
  return severity && isWhole ? { severity, before: moment?.instant } : undefined;
}

/** What other programs call a severity. */
const OF_OTHERS = {
  warn: /^(?:warning|info|note)s?$/i,
  off: /^(?:no|none|false|ignored?|disabled?|never|0)$/i,
  error: /^(?:errors|yes|true|on|fail|strict|always)$/i,
};

function meantSeverity(given: unknown): { readonly hint?: string } {
  const written = given instanceof PlainScalar ? given.written : String(given);
  const meant = SEVERITIES.find((name) => OF_OTHERS[name].test(written));
  return meant === undefined ? {} : { hint: `write \`${meant}\`` };
}

/** A finding about a group, which is called by the code that it stands under. */
function underCode(keys: Keys): (finding: Finding) => Finding {
  const code = keys.findLast((key) => typeof key === 'string');
  return (finding) => ({
    ...finding,
    message: finding.message.replace(/^Unexpected file without/, `Unexpected ${quote(code)} without`),
  });
}

/** Why a code cannot be set. */
const FIXED: Readonly<Record<Fixed, string>> = {
  safety: 'it keeps readers safe',
  impossible: 'nothing can be published without it',
};

function noteUnknown(code: string, known: readonly string[], reader: Reader): void {
  const fixed = isInCatalogue(code) ? CATALOGUE[code].fixed : undefined;
  const [expected, hint] =
    fixed === undefined
      ? [
          'the code of a message',
          didYouMean(code, known, `copy the last line of a message; ${documentAt('diagnostics.md')} has all codes`),
        ]
      : ['one that may be set', `remove the line: this is always an error, because ${FIXED[fixed]}`];
  reader.note(
    'standard-unknown',
    keyAt('standards', code),
    `Unexpected standard ${quote(code)}, expected ${expected}`,
    hint,
  );
}
