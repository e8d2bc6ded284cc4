import type { SourceFile } from '../../../domain/content/source.ts';
import { quote } from '../../../diagnostics/wording.ts';
import type { Finding } from '../../../diagnostics/finding.ts';
import { valueAt } from '../../../diagnostics/finding.ts';
import { canonical } from '../../../validate/languages.ts';
import { textsOf } from '../../../validate/front-matter/takes-text.ts';
import type { Validated } from '../../../validate/setting.ts';
import { checkShape } from '../../../validate/shape.ts';
import { readYamlFile } from '../../read-files.ts';
import { isPhrase, MOST_WORDS } from './phrases.ts';
import { STYLE_PATH, styleSchema, type StyleValues } from './style-schema.ts';

/** What a newsroom writes, and what it does not. */
export interface HouseStyle {
  readonly words: readonly StyleWord[];
  readonly units: readonly StyleUnit[];
  readonly titles: readonly StyleTitle[];
  /** How easily stories are to be read at least, from 0 to 100; nothing where nobody said. */
  readonly readingEase: number | undefined;
}

/** Words that are not written. */
export interface StyleWord {
  /** What is written in their place; nothing where that depends. */
  readonly use: string | undefined;
  readonly not: readonly string[];
  /** Phrases in which they are right. */
  readonly except: readonly string[];
  readonly why: string | undefined;
  /** Languages (BCP 47) of the stories that it is for; none for all. */
  readonly languages: readonly string[];
}

/** How a unit is written behind a number. */
export interface StyleUnit {
  readonly unit: string;
  readonly space: boolean | undefined;
  readonly not: readonly string[];
  readonly why: string | undefined;
}

/** How people are spoken of. */
export interface StyleTitle {
  readonly title: string;
  readonly not: readonly string[];
  /** Where the title stands before a name. */
  readonly mention: 'first' | 'later' | 'all';
  readonly why: string | undefined;
}

/** That of a newsroom without a file of its own. */
export const NO_STYLE: HouseStyle = { words: [], units: [], titles: [], readingEase: undefined };

const STYLE_TEXTS = textsOf(styleSchema);

/** Reads `content/style.yaml`. Never throws for what is in it. */
export function readHouseStyle(file: SourceFile): Validated<HouseStyle> {
  return readYamlFile(file, STYLE_TEXTS, (given) => {
    const { values, findings } = checkShape<StyleValues>(STYLE_PATH, given, styleSchema);
    return { value: styleOf(values), findings: [...findings, ...findWrong(values)] };
  });
}

function styleOf({ words, units, titles, readingEase }: Partial<StyleValues>): HouseStyle {
  return {
    words: (words ?? []).map(({ use, not, never, except, why, languages }) => ({
      use: use?.trim() || undefined,
      not: [...listed(not), ...listed(never)].filter(isPhrase),
      except: listed(except).filter(isPhrase),
      why: why?.trim() || undefined,
      languages: listed(languages).flatMap((code) => canonical(code) ?? []),
    })),
    units: (units ?? []).map(({ unit, space, not, why }) => ({
      unit: unit.trim(),
      space,
      not: listed(not).filter(isPhrase),
      why: why?.trim() || undefined,
    })),
    titles: (titles ?? []).map(({ title, not, mention, why }) => ({
      title: title.trim(),
      not: listed(not).filter(isPhrase),
      mention: mention ?? 'all',
      why: why?.trim() || undefined,
    })),
    readingEase,
  };
}

function listed(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

/** What the shape of the file says nothing of: entries without anything to find, phrases that cannot be found, and languages that are none. */
function findWrong(values: Partial<StyleValues>): readonly Finding[] {
  const findings: Finding[] = [];
  const note = (code: Finding['code'], keys: readonly (string | number)[], message: string, hint: string): void => {
    findings.push({ code, path: STYLE_PATH, at: valueAt(...keys), message, hint });
  };
  const check = (written: string | readonly string[] | undefined, keys: readonly (string | number)[]): void => {
    for (const [index, phrase] of listed(written).entries()) {
      if (isPhrase(phrase)) {
        const parts = phrase.split(/,\s+/);
        if (typeof written === 'string' && parts.length > 1 && parts.every(isPhrase)) {
          const hint = `write \`[${parts.join(', ')}]\`, or \`["${phrase}"]\` if it is one phrase`;
          note('style-invalid', keys, `Unexpected comma in ${quote(phrase)}, expected one phrase, or a list`, hint);
        }
        continue;
      }
      const message = `Unexpected ${quote(phrase)}, expected one to ${MOST_WORDS} words, with \`*\` for the end of a word or for any one word`;
      note(
        'style-invalid',
        typeof written === 'string' ? keys : [...keys, index],
        message,
        'write the words as they stand in stories',
      );
    }
  };
  for (const [index, { use, not, never, except, languages }] of (values.words ?? []).entries()) {
    const keys = ['words', index] as const;
    check(not, [...keys, 'not']);
    check(never, [...keys, 'never']);
    check(except, [...keys, 'except']);
    const same =
      use === undefined ? undefined : [...listed(not), ...listed(never)].find((one) => one.trim() === use.trim());
    if (same !== undefined) {
      const message = `Unexpected ${quote(same)} in \`not\` and in \`use\`, expected two ways to write it`;
      note(
        'style-invalid',
        keys,
        message,
        'write into `use` what stories are to have, and into `not` what they are not to have',
      );
    }
    if (listed(not).length + listed(never).length === 0) {
      const message = `Unexpected entry without \`not\` and \`never\`, expected what stories are not to have`;
      note(
        'style-invalid',
        keys,
        message,
        use === undefined ? 'write `never: …`' : 'write `not: …` for what `use` takes the place of',
      );
    }
    for (const [nth, code] of listed(languages).entries()) {
      if (canonical(code) !== undefined) continue;
      const message = `Unexpected language ${quote(code)}, expected a code like \`en\` or \`pt-BR\``;
      note(
        'language-invalid',
        typeof languages === 'string' ? [...keys, 'languages'] : [...keys, 'languages', nth],
        message,
        'write the code of the language',
      );
    }
  }
  const { readingEase = 0 } = values;
  if (readingEase < 0 || readingEase > 100)
    note(
      'style-invalid',
      ['readingEase'],
      `Unexpected ${quote(readingEase)}, expected a number from 0 to 100`,
      'about 60 is plain prose',
    );
  for (const list of ['units', 'titles'] as const) {
    for (const [index, { not }] of (values[list] ?? []).entries()) check(not, [list, index, 'not']);
  }
  return findings;
}
