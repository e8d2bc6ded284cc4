import type { SourceFile } from '../domain/source-file.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { readYaml } from '../parse/yaml.ts';
import { findControlCharacters } from '../validate/control-characters.ts';
import { describeYamlProblem } from '../validate/front-matter.ts';

/** What a file holds that is YAML from its first line to its last; nothing where it cannot be read. */
export function readYamlFile(file: SourceFile): {
  readonly given: unknown;
  readonly isBroken: boolean;
  readonly findings: readonly Finding[];
} {
  const control = findControlCharacters(file);
  const yaml = readYaml(file.text, 1);
  if (yaml.kind === 'read') return { given: yaml.values, isBroken: false, findings: control };
  const problem = describeYamlProblem(file.path, yaml.problem, file.text);
  // A control character breaks YAML, and is the better explanation.
  return { given: undefined, isBroken: true, findings: control.length > 0 ? control : [problem] };
}
