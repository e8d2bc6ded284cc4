// newsroom/copy-desk/: what a copy editor looks for in the words of stories: spelling, house style, slips of language.
// May import: domain, diagnostics, words, markdown, parse, validate, newsroom.

import type { Site } from '../../domain/site/site.ts';
import { CATALOGUE, type DiagnosticCode } from '../../diagnostics/catalogue.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { findStyleWords } from './house-style/find-words.ts';
import { findTitles } from './house-style/find-titles.ts';
import { findUnits } from './house-style/find-units.ts';
import type { HouseStyle } from './house-style/house-style.ts';
import { type CopyRule, findingsOf } from './passages.ts';
import { findAltWords } from './rules/alt-words.ts';
import { findDekMissing, findLongOnCards } from './rules/headlines.ts';
import { findNumbers } from './rules/numbers.ts';
import { findUnclosed } from './rules/quotations.ts';
import { findHard } from './rules/reading-ease.ts';
import { findRepeated } from './rules/repeated-words.ts';
import type { Dictionary } from './spelling/dictionary.ts';
import { findUnknown, namesOfStory, type UnknownWord } from './spelling/unknown-words.ts';
import type { StoryProse } from './story-prose.ts';

/** What stories are read with. */
export interface CopyDesk {
  readonly site: Site;
  readonly style: HouseStyle;
}

/** What the copy desk says of a story. */
export interface ProofRead {
  /** BCP 47. */
  readonly language: string;
  readonly findings: readonly Finding[];
  /** Words that no dictionary has; whether the newsroom has them in a list of its own is seen when they are told of. */
  readonly unknown: readonly UnknownWord[];
  /** Words of the names that it has in its front matter. */
  readonly names: readonly string[];
}

/** Every rule but spelling, by the code of what it finds, in the order of the catalogue. */
const RULES: Readonly<Partial<Record<DiagnosticCode, CopyRule>>> = {
  'style-word': findStyleWords,
  'style-unit': findUnits,
  'style-title': findTitles,
  'word-repeated': findRepeated,
  'quotation-unclosed': findUnclosed,
  'alt-redundant': findAltWords,
  'headline-card-long': findLongOnCards,
  'dek-missing': findDekMissing,
  'number-differs': findNumbers,
  'reading-hard': findHard,
};

/** The code of what spelling finds. */
export const SPELLING = 'word-unknown' satisfies DiagnosticCode;

/** The codes of all that is found in stories. */
export const RULE_CODES: readonly DiagnosticCode[] = [SPELLING, ...(Object.keys(RULES) as DiagnosticCode[])];

/** Whether a newsroom has a rule on for any of its stories. */
export function isOn(code: DiagnosticCode, { standards }: Pick<Site, 'standards'>): boolean {
  const own = Object.hasOwn(standards, code) ? standards[code] : undefined;
  if (CATALOGUE[code].isOptional) return own?.some(({ severity }) => severity !== 'off') ?? false;
  return !own?.some(({ severity, before }) => severity === 'off' && before === undefined);
}

/**
 * Reads a story as a copy editor does. Never throws for what is in it.
 *
 * @param dictionary That of its language, where spelling is to be checked and there is one.
 */
export function proofread(prose: StoryProse, { site, style }: CopyDesk, dictionary: Dictionary | undefined): ProofRead {
  const rules = Object.entries(RULES).filter(([code]) => isOn(code as DiagnosticCode, site));
  const findings = rules.flatMap(([, rule]) => findingsOf(rule, prose, style));
  const names = namesOfStory(prose);
  const unknown = dictionary ? findUnknown(prose, { dictionary, names }) : [];
  return { language: prose.language, findings, unknown, names: [...names] };
}
