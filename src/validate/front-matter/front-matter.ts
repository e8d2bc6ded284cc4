import { pagesAt } from '../../domain/content/content-kinds.ts';
import type { FrontMatter, YamlProblem } from '../../domain/content/source.ts';
import { type Finding, WHOLE_FILE } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import { isKnownKey } from './key-groups.ts';
import { findMissingFence } from './missing-fence.ts';
import { findYamlSlip } from './yaml-slip.ts';

/** What is wrong with a file's front matter as such: that there is none, or that it cannot be read. */
export function validateFrontMatter(path: string, frontMatter: FrontMatter, text: string): Finding | undefined {
  switch (frontMatter.kind) {
    case 'read':
      return undefined;
    case 'empty-file':
      return finding(
        'file-empty',
        'Unexpected empty file, expected front matter between two lines of `---`',
        `begin with the lines \`---\`, ${neededIn(path).join(', ')} and \`---\`, or remove the file`,
      );
    case 'missing':
      return finding(
        'front-matter-missing',
        'Unexpected text, expected front matter on the first line',
        hintForFirstLine(text) ?? `put these lines first: \`---\`, ${neededIn(path).join(', ')}, \`---\``,
      );
    case 'unclosed':
      return unclosed(path, text);
    case 'foreign':
      return finding(
        'front-matter-language',
        `Unexpected front matter in ${quote(frontMatter.language)}, expected YAML`,
        'write the first line as `---` and the keys as `key: value`',
      );
    case 'broken':
      return describeYamlProblem(path, frontMatter.problem, text);
  }

  function finding(code: Finding['code'], message: string, hint: string): Finding {
    const at =
      code === 'file-empty'
        ? WHOLE_FILE
        : ({ kind: 'position', line: 1, column: 1, length: text.split('\n', 1)[0]?.length || 1 } as const);
    return { code, path, at, message, hint };
  }
}

/** So many lines may stand above front matter for it to be found. */
const FIRST_LINES = 40;

/** What to do where front matter begins otherwise than with `---` on the first line. */
function hintForFirstLine(text: string): string | undefined {
  const lines = text.split('\n', FIRST_LINES);
  const isBegin = (line: string, next = ''): boolean =>
    /^[\s\p{Cf}]*-{3}\s*$/u.test(line) && /^\s*(?:#|["']?[A-Za-z][\w-]*["']?\s*:)/.test(next);
  const begin = lines.findIndex((line, index) => isBegin(line, lines[index + 1]));
  if (begin === 0) return 'delete what stands before the three hyphens, which may be nothing that can be seen';
  if (begin > 0) {
    const isEmpty = lines.slice(0, begin).every((line) => line.trim() === '');
    return isEmpty
      ? 'delete the empty lines above the first `---`'
      : `move what stands above line ${begin + 1}, \`---\`, below the second line of \`---\``;
  }
  const [first = '', second = ''] = lines.filter((line) => line.trim() !== '');
  const isOther =
    /^\s*(?:[-—–*_=+~`]{1,}(?:\s*(?:ya?ml|toml))?)\s*$/i.test(first) &&
    /^\s*["']?[A-Za-z][\w-]*["']?\s*[:=]/.test(second);
  if (isOther)
    return `write three hyphens, \`---\`, in the place of ${quote(first.trim())}, above the keys and below them; a key ends with a colon`;
  return /^["']?[A-Za-z][\w-]*["']?\s*:(?:\s|$)/.test(first) && isKnownKey(/[A-Za-z][\w-]*/.exec(first)?.[0] ?? '')
    ? 'write a line `---` above the keys, and another one below them'
    : undefined;
}

/** The lines that the front matter of a file cannot do without. */
function neededIn(path: string): readonly string[] {
  return (pagesAt(path)?.needs ?? ['headline', 'contributors', 'date']).map((key) => `\`${key}: …\``);
}

function unclosed(path: string, text: string): Finding {
  const { line, length, message, hint } = findMissingFence(text);
  return { code: 'front-matter-unclosed', path, at: { kind: 'position', line, column: 1, length }, message, hint };
}

/** What is wrong with YAML, with what mostly mends it. `text` is the whole file. */
export function describeYamlProblem(path: string, problem: YamlProblem, text: string): Finding {
  const place = { kind: 'position', line: problem.line, column: problem.column } as const;
  switch (problem.kind) {
    case 'duplicate-key': {
      const key = keyAtPlace(text, problem);
      const at = { ...place, length: key.length };
      const message = `Unexpected second ${quote(key)}, expected each key once`;
      return { code: 'key-duplicate', path, at, message, hint: 'remove one of the two' };
    }
    case 'aliases': {
      const message = 'Unexpected `&` and `*` that copy each other over and over, expected plain values';
      return { code: 'yaml-aliases', path, at: place, message, hint: 'write the values out, without `&` and `*`' };
    }
    case 'gap': {
      const message = `Unexpected ${problem.reason}, expected keys`;
      return { code: 'yaml-broken', path, at: place, message, hint: 'remove the empty lines' };
    }
    case 'syntax': {
      const { line, column, what, hint } = findYamlSlip(problem, text);
      // The parser’s own words help only where nothing better is known.
      const message = `Unexpected ${what}, expected YAML${what === 'text' ? ` (${problem.reason})` : ''}`;
      return { code: 'yaml-broken', path, at: { kind: 'position', line, column }, message, hint };
    }
  }
}

/** The key that begins at the place of a problem. */
function keyAtPlace(text: string, { line, column }: YamlProblem): string {
  const rest = text.split('\n')[line - 1]?.slice(column - 1) ?? '';
  return /^(?:"[^"]*"|'[^']*'|[^\s:,}]+)/.exec(rest)?.[0] ?? 'key';
}
