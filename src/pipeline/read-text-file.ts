import type { Manuscript } from '../domain/manuscript.ts';
import type { SourceFile } from '../domain/source-file.ts';
import { parseManuscript } from '../parse/manuscript.ts';
import { findControlCharacters } from '../validate/control-characters.ts';
import { validateFrontMatter } from '../validate/front-matter.ts';
import type { Validated } from '../validate/validated.ts';

/**
 * Parses and validates one file with front matter. Where that cannot be read, an empty one stands in, so that links to the
 * file are not reported as broken too.
 */
export function readTextFile<Value>(
  file: SourceFile,
  validate: (manuscript: Manuscript) => Validated<Value>,
): Validated<Value> {
  const control = findControlCharacters(file);
  const manuscript = parseManuscript(file);
  const problem = validateFrontMatter(file.path, manuscript.frontMatter, file.text);
  if (problem) {
    const empty = { ...manuscript, frontMatter: { kind: 'read', values: undefined }, body: '' } as const;
    // A control character breaks YAML, and is the better explanation.
    const isExplained = problem.code === 'yaml-broken' && control.length > 0;
    return { value: validate(empty).value, findings: isExplained ? control : [problem, ...control] };
  }
  const { value, findings } = validate(manuscript);
  return { value, findings: [...findings, ...control] };
}
