import matter from 'gray-matter';
import {
  cutFrontMatter,
  type FrontMatter,
  type FrontMatterCut,
  type Manuscript,
  type SourceFile,
} from '../domain/content/source.ts';
import { readYaml, type YamlRead } from './yaml.ts';

/** Cuts a file into front matter and body. Never fails and never judges; no front matter is ever evaluated. */
export function parseManuscript({ path, text }: SourceFile): Manuscript {
  const without = (frontMatter: FrontMatter, body: string): Manuscript => ({
    path,
    frontMatter,
    head: '',
    body,
    bodyLine: 1,
  });
  if (text.trim() === '') return without({ kind: 'empty-file' }, '');
  if (!text.startsWith('---') || text.startsWith('----')) return without({ kind: 'missing' }, text);
  const language = firstLine(text).slice('---'.length).trim();
  if (language !== '' && language !== 'yaml' && language !== 'yml') return without({ kind: 'foreign', language }, '');
  const cut = cutFrontMatter(text);
  if (!cut) return without({ kind: 'unclosed' }, '');
  return { path, frontMatter: readHead(cut), head: cut.yaml, body: cut.body, bodyLine: cut.bodyLine };
}

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return end < 0 ? text : text.slice(0, end);
}

/** Refuses front matter in a language that gray-matter would read by itself, and in part run. */
function refuse(): never {
  throw new Error('Front matter is YAML here; nothing else is read');
}

/**
 * How gray-matter reads a head: by our engine for YAML alone, and to the end. Its own search for the closing fence takes
 * any line that begins with `---`; with the line break, only the fence that {@link cutFrontMatter} found is one. Without
 * options it would keep all that it ever read. What it hands to an engine begins with the end of the first fence’s line.
 */
export const MATTER_OPTIONS = {
  language: 'yaml',
  delimiters: ['---', '---\n'] as [string, string],
  engines: {
    yaml: (head: string): YamlRead => readYaml(head.slice(1), 2),
    json: refuse,
    javascript: refuse,
    js: refuse,
    node: refuse,
    coffee: refuse,
    coffeescript: refuse,
    cson: refuse,
    toml: refuse,
  },
};

/** More empty lines in a row than anybody leaves. gray-matter looks from each of them to the last. */
const MOST_EMPTY_LINES = 100;

/** Has gray-matter read what stands between the fences. */
function readHead(cut: FrontMatterCut): FrontMatter {
  const gap = findGap(cut);
  if (gap !== undefined) {
    const reason = `over ${MOST_EMPTY_LINES} empty lines in a row`;
    return { kind: 'broken', problem: { kind: 'gap', line: gap, column: 1, reason } };
  }
  const { data } = matter(`---\n${cut.yaml}---\n`, MATTER_OPTIONS);
  // Where there are only comments, gray-matter asks no engine.
  return 'kind' in data ? (data as YamlRead) : { kind: 'read', values: undefined };
}

/** The line of the file on which too many empty ones begin. Regular expressions know more ends of lines than YAML. */
function findGap({ yaml, yamlLine, bodyLine }: FrontMatterCut): number | undefined {
  if (bodyLine - yamlLine <= MOST_EMPTY_LINES && !/[\r\u2028\u2029]/.test(yaml)) return undefined;
  let line = yamlLine;
  for (const [space] of yaml.matchAll(/\s+/g)) {
    const ends = space.match(/[\n\r\u2028\u2029]/g)?.length ?? 0;
    if (ends > MOST_EMPTY_LINES) return line;
    line += space.split('\n').length - 1;
  }
  return undefined;
}
