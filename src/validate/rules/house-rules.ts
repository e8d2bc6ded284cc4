import type { Article } from '../../domain/story/article.ts';
import { LineStarts, type Manuscript } from '../../domain/content/source.ts';
import { type HouseCode, isInCatalogue } from '../../diagnostics/catalogue.ts';
import { type Finding, type Spot, WHOLE_FILE } from '../../diagnostics/finding.ts';
import {
  describeThrown,
  lateFault,
  loadOwnFile,
  nameOfOwnFile,
  type OwnFile,
  OwnFileFault,
} from '../../diagnostics/own-file.ts';
import { quote } from '../../diagnostics/wording.ts';

/**
 * A house rule, the default export of a file of the newsroom's `rules/`: what it finds fault with in one story. Where something of a
 * story cannot be read, and is told of by itself, the article has a stand-in for it.
 *
 * @param text The text of the story in Markdown, as it was written below the front matter.
 */
export type Rule = (article: Article, text: string) => readonly RuleFinding[];

/** Something that a house rule finds fault with. */
export interface RuleFinding {
  /** Like “Unexpected `exclusive`, expected …”. */
  readonly message: string;
  /** What to do next, as an imperative. */
  readonly hint?: string | undefined;
  /** Where it stands; otherwise the story as such is meant. */
  readonly at?: PlaceInStory | undefined;
}

export type PlaceInStory =
  /** A key of the front matter, such as `headline` or `['corrections', 0, 'text']`; if `words` are given, those of its value. */
  | { readonly key: string | readonly (string | number)[]; readonly words?: string | undefined }
  /** A place in the text: index and number of its characters. */
  | { readonly index: number; readonly length?: number | undefined };

interface HouseRule {
  readonly file: OwnFile;
  readonly code: HouseCode;
  readonly rule: Rule;
}

let files: readonly OwnFile[] = [];
let rules: readonly HouseRule[] | undefined;

/** Says which files have the house rules. They are loaded when a rule is needed. */
export function useHouseRules(own: readonly OwnFile[]): void {
  files = own;
  rules = undefined;
}

/** The codes of the house rules, each the name of its file. */
export function houseCodes(): readonly HouseCode[] {
  return files.map(codeOf);
}

/** The house rules, in the order of their files; throws an {@link OwnFileFault} for a file that is none. */
export function houseRules(): readonly HouseRule[] {
  rules ??= files.map((file) => ({ file, code: codeOf(file), rule: ruleOf(file) }));
  return rules;
}

function codeOf(file: OwnFile): HouseCode {
  const name = nameOfOwnFile(file);
  if (!isInCatalogue(name)) return name as HouseCode;
  const message = `Unexpected code ${quote(name)} of a house rule, expected one that Broadsheet does not have`;
  throw new OwnFileFault(file.path, message, 'rename the file: its name is the code of what it finds');
}

function ruleOf(file: OwnFile): Rule {
  const { default: rule } = loadOwnFile(file);
  if (typeof rule === 'function') return rule as Rule;
  const message = 'Unexpected file without a rule, expected a function as its default export';
  throw new OwnFileFault(
    file.path,
    message,
    'write `export default rule;`, or move what is no rule into a folder of `rules/`',
  );
}

/** What the house rules find fault with in a story. A rule that fails is told of in place of what it would have found; one that does not end is a fault. */
export function findByHouseRules(article: Article, manuscript: Manuscript): readonly Finding[] {
  const all = houseRules();
  let [asked] = all;
  if (!asked) return [];
  // All at once: to be able to end something takes time, too.
  const ask = (): readonly Finding[] =>
    all.flatMap((house) => {
      asked = house;
      return findBy(house, article, manuscript);
    });
  return asked.file.within(ask, (seconds) => lateFault((asked as HouseRule).file, seconds, article.path));
}

function findBy({ file, code, rule }: HouseRule, article: Article, manuscript: Manuscript): readonly Finding[] {
  try {
    const found = rule(article, manuscript.body);
    if (!Array.isArray(found)) throw new TypeError('The rule did not return a list of findings');
    const spotOf = spotsIn(manuscript);
    return found.map(checked).map(({ message, hint, at }) => ({
      code,
      path: article.path,
      at: spotOf(at),
      message,
      hint,
    }));
  } catch (fault) {
    const origin = file.originOf(fault);
    return [
      {
        code,
        path: article.path,
        at: WHOLE_FILE,
        message: `Unexpected fault in ${quote(file.path)}, expected findings: ${describeThrown(fault)}`,
        hint: 'correct the rule; until then nobody knows what it would find here',
        related: origin && [
          {
            path: origin.path,
            at: { kind: 'position', line: origin.line, column: origin.column },
            message: 'thrown here',
          },
        ],
      },
    ];
  }
}

/** A finding as it must be; whoever wrote the rule may have passed by the compiler. */
function checked(found: RuleFinding): RuleFinding {
  const { message, hint, at } = found;
  if (typeof message !== 'string' || message.trim() === '') throw new TypeError('A finding has no message');
  if (hint !== undefined && typeof hint !== 'string') throw new TypeError('The hint of a finding is no text');
  if (at === undefined || isPlace(at)) return found;
  throw new TypeError('The place of a finding is neither `{ key, words }` nor `{ index, length }`');
}

function isPlace(at: PlaceInStory): boolean {
  if ('index' in at) return [at.index, at.length ?? 1].every((number) => Number.isInteger(number));
  const { key, words = '' } = at;
  const keys: readonly unknown[] = Array.isArray(key) ? key : [key];
  return keys.every((one) => ['string', 'number'].includes(typeof one)) && typeof words === 'string';
}

/** Finds the spots of places in a story. */
function spotsIn({ body, bodyLine }: Manuscript): (place: PlaceInStory | undefined) => Spot {
  let lines: LineStarts | undefined;
  return (place) => {
    if (place === undefined) return WHOLE_FILE;
    if ('key' in place) {
      const keys = typeof place.key === 'string' ? [place.key] : place.key;
      return place.words ? { kind: 'part', keys, words: place.words } : { kind: 'value', keys };
    }
    const { index, length = 1 } = place;
    if (index < 0 || index > body.length) throw new RangeError(`There is no index ${index} in the text`);
    lines ??= new LineStarts(body);
    const { line, column } = lines.placeOf(index);
    return { kind: 'position', line: bodyLine + line, column: column + 1, length: Math.max(1, length) };
  };
}
