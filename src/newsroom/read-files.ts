import { type Site, SITE_PATH } from '../domain/site/site.ts';
import type { Manuscript, SourceFile } from '../domain/content/source.ts';
import { type Finding, WHOLE_FILE } from '../diagnostics/finding.ts';
import { defaultsSchema } from '../validate/site/defaults.ts';
import type { Validated } from '../validate/setting.ts';
import { siteSchema } from '../validate/site/site-schema.ts';
import type { DoubtfulYaml, TakesText } from '../validate/front-matter/doubtful-yaml.ts';
import { findMisread } from '../validate/front-matter/misread.ts';
import { textsOf } from '../validate/front-matter/takes-text.ts';
import { parseManuscript } from '../parse/manuscript.ts';
import {
  breaksYaml,
  findControlCharacters,
  readEscapes,
  withoutEscapes,
} from '../validate/front-matter/control-characters.ts';
import { findGarbled } from '../validate/front-matter/garbled.ts';
import { describeYamlProblem, validateFrontMatter } from '../validate/front-matter/front-matter.ts';
import { readYaml } from '../parse/yaml.ts';

const SITE_TEXTS = textsOf(siteSchema.extend({ defaults: defaultsSchema }));

/**
 * Reads `site.yaml`. Where it is missing or broken, a site without a name stands in, so that the stories can be judged all the
 * same. What was found when the files were read says whether it is told of already.
 */
export function readSite(
  file: SourceFile | undefined,
  found: readonly Finding[],
  validate: (given: unknown) => Validated<Site>,
): Validated<Site> {
  const unknown = { title: '?', url: 'https://site.invalid/' };
  if (!file) {
    const missing: Finding = {
      code: 'site-missing',
      path: SITE_PATH,
      at: WHOLE_FILE,
      message: 'Unexpected content folder without `site.yaml`, expected the file that names the site',
      hint: 'add content/site.yaml with two lines: `title: The name of the paper` and `url: https://its.address/`',
    };
    // One that could not be read was told of then.
    const isTold = found.some(({ path }) => path === SITE_PATH);
    return { value: validate(unknown).value, findings: isTold ? [] : [missing] };
  }
  const { given, isBroken, findings: ofYaml } = yamlIn(file);
  if (isBroken) return { value: validate(unknown).value, findings: ofYaml };
  const { value, findings } = validate(given);
  return { value, findings: [...misreadIn(file, { values: given, takesText: SITE_TEXTS }, findings), ...ofYaml] };
}

/**
 * Parses and validates one file with front matter. Where that cannot be read, one with `valuesOf` the text stands in, or an empty
 * one, so that links to the file are not reported as broken too.
 */
export function readTextFile<Value>(
  file: SourceFile,
  takesText: TakesText,
  validate: (manuscript: Manuscript) => Validated<Value>,
  valuesOf: (text: string) => unknown = () => undefined,
): Validated<Value> {
  const control = [...findControlCharacters(file), ...findGarbled(file)];
  const manuscript = parseManuscript(file);
  const problem = validateFrontMatter(file.path, manuscript.frontMatter, file.text);
  if (problem) {
    const { kind } = manuscript.frontMatter;
    const values = kind === 'broken' || kind === 'unclosed' ? withoutEscapes(valuesOf(file.text)) : undefined;
    const standIn = { ...manuscript, frontMatter: { kind: 'read', values }, body: '' } as const;
    // A control character breaks YAML, and is the better explanation.
    const isExplained = problem.code === 'yaml-broken' && breaksYaml(manuscript.head);
    return { value: validate(standIn).value, findings: isExplained ? control : [problem, ...control] };
  }
  const { frontMatter, head: yaml } = manuscript;
  const { values, findings: ofEscapes } = readEscapes(
    file.path,
    yaml,
    frontMatter.kind === 'read' ? frontMatter.values : undefined,
  );
  const { value, findings } = validate(
    ofEscapes.length === 0 ? manuscript : { ...manuscript, frontMatter: { kind: 'read', values } },
  );
  const told = findMisread({ path: file.path, yaml, firstLine: 2, values, takesText }, findings);
  return { value, findings: [...told, ...ofEscapes, ...control] };
}

/** Parses and validates one file that is YAML from its first line to its last. Where it cannot be read, an empty one stands in. */
export function readYamlFile<Value>(
  file: SourceFile,
  takesText: TakesText,
  validate: (given: unknown) => Validated<Value>,
): Validated<Value> {
  const { given, isBroken, findings: ofYaml } = yamlIn(file);
  const { value, findings } = validate(given);
  if (isBroken) return { value, findings: [...findings, ...ofYaml] };
  return { value, findings: [...misreadIn(file, { values: given, takesText }, findings), ...ofYaml] };
}

/** What was found in a file of YAML, with what YAML reads otherwise than it was meant. */
function misreadIn(
  { path, text: yaml }: SourceFile,
  read: Pick<DoubtfulYaml, 'values' | 'takesText'>,
  found: readonly Finding[],
): readonly Finding[] {
  return findMisread({ path, yaml, firstLine: 1, ...read }, found);
}

/** What a file of YAML holds; nothing where it cannot be read. */
function yamlIn(file: SourceFile): {
  readonly given: unknown;
  readonly isBroken: boolean;
  readonly findings: readonly Finding[];
} {
  const control = [...findControlCharacters(file), ...findGarbled(file)];
  const yaml = readYaml(file.text, 1);
  if (yaml.kind === 'read') {
    const { values, findings } = readEscapes(file.path, file.text, yaml.values);
    return { given: values, isBroken: false, findings: [...findings, ...control] };
  }
  const problem = describeYamlProblem(file.path, yaml.problem, file.text);
  // A control character breaks YAML, and is the better explanation.
  return { given: undefined, isBroken: true, findings: breaksYaml(file.text) ? control : [problem, ...control] };
}
