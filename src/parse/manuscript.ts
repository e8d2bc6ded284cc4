import matter from 'gray-matter';
import type { FrontMatter, Manuscript } from '../domain/manuscript.ts';
import type { SourceFile } from '../domain/source-file.ts';
import { readYaml } from './yaml.ts';

const FENCE = /^---[ \t]*$/m;

/** Cuts a file into front matter and body. Never fails and never judges; no front matter is ever evaluated. */
export function parseManuscript({ path, text }: SourceFile): Manuscript {
  if (text.trim() === '') return { path, frontMatter: { kind: 'empty-file' }, body: '', bodyLine: 1 };
  if (!text.startsWith('---') || text.startsWith('----')) {
    return { path, frontMatter: { kind: 'missing' }, body: text, bodyLine: 1 };
  }
  const language = text.slice(3, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n')).trim();
  if (language !== '' && language !== 'yaml' && language !== 'yml') {
    return { path, frontMatter: { kind: 'foreign', language }, body: '', bodyLine: 1 };
  }
  const rest = text.slice(text.indexOf('\n') + 1 || text.length);
  if (!FENCE.test(rest)) return { path, frontMatter: { kind: 'unclosed' }, body: '', bodyLine: 1 };
  return cut(path, text);
}

function cut(path: string, text: string): Manuscript {
  let frontMatter: FrontMatter = { kind: 'read', values: undefined };
  const engine = (yaml: string): object => {
    // gray-matter hands over the text from the end of the first `---` on.
    frontMatter = readYaml(yaml.replace(/^[^\n]*\n/, ''), 2);
    return {};
  };
  const { content } = matter(text, { language: 'yaml', engines: { yaml: engine, yml: engine } });
  const bodyLine = countLines(text.slice(0, text.length - content.length));
  return { path, frontMatter, body: content, bodyLine };
}

/** The line on which whatever follows a text begins, counted from 1. */
function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
