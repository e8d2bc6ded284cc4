import { cutFrontMatter, type FrontMatter, type Manuscript, type SourceFile } from '../domain/source.ts';
import { readYaml } from './yaml.ts';

/** Cuts a file into front matter and body. Never fails and never judges; no front matter is ever evaluated. */
export function parseManuscript({ path, text }: SourceFile): Manuscript {
  const without = (frontMatter: FrontMatter, body: string): Manuscript => ({ path, frontMatter, body, bodyLine: 1 });
  if (text.trim() === '') return without({ kind: 'empty-file' }, '');
  if (!text.startsWith('---') || text.startsWith('----')) return without({ kind: 'missing' }, text);
  const language = firstLine(text).slice('---'.length).trim();
  if (language !== '' && language !== 'yaml' && language !== 'yml') return without({ kind: 'foreign', language }, '');
  const cut = cutFrontMatter(text);
  if (!cut) return without({ kind: 'unclosed' }, '');
  return { path, frontMatter: readYaml(cut.yaml, cut.yamlLine), body: cut.body, bodyLine: cut.bodyLine };
}

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return end < 0 ? text : text.slice(0, end);
}
