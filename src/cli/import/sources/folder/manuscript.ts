import { type Facts, readFacts } from './keys/facts.ts';
import type { Project } from './project.ts';
import type { Publication } from './system.ts';
import { IS_HTML } from './systems/paths.ts';
import { firstTitle } from './text/headings.ts';
import { parseMarkdown } from './text/parse-markdown.ts';
import { type CutText, cutFrontMatter, cutHeaderLines } from './values/front-matter.ts';

/** A text of a project, read. */
export interface Manuscript {
  /** From the root of the project. */
  readonly path: string;
  readonly facts: Facts;
  /** By its front matter, or its first heading. */
  readonly title: string;
  readonly body: string;
  readonly isUtf8: boolean;
  /** Why its front matter could not be read, or not all of it. */
  readonly problem: string | undefined;
}

/** @returns `undefined` for a file that is gone, is too large, or is no page. */
export function readManuscript(project: Project, publication: Publication, path: string): Manuscript | undefined {
  const read = project.text(path);
  if (!read) return undefined;
  const fenced = cutFrontMatter(read.text);
  const hasHeader = publication.format === 'header-lines' && !fenced.hasFrontMatter;
  const cut = hasHeader ? cutHeaderLines(read.text) : (cutExported(path, fenced) ?? fenced);
  const isHtml = IS_HTML.test(path);
  if ((publication.needsFrontMatter || isHtml) && !cut.hasFrontMatter) return undefined;
  const facts = readFacts(publication.values(path, cut.values));
  return {
    path,
    facts,
    title: facts.title ?? (isHtml ? '' : headingIn(cut.body)),
    body: cut.body,
    isUtf8: read.isUtf8,
    problem: cut.problem,
  };
}

/** Front matter as MDX may have it: `export const metadata = { title: 'A' }`, as far as it is written out. */
function cutExported(path: string, cut: CutText): CutText | undefined {
  if (cut.hasFrontMatter || !/\.mdx$/i.test(path)) return undefined;
  const written = [...cut.body.matchAll(EXPORTED)].map(([, table = '']) => cutFrontMatter(`---\n${table}\n---\n`));
  const values = Object.assign({}, ...written.map((read) => read.values)) as CutText['values'];
  const problem = written.find((read) => read.problem !== undefined)?.problem;
  return written.length === 0 ? undefined : { ...cut, values, hasFrontMatter: true, problem };
}

const EXPORTED =
  /^export const (?:metadata|meta|front[mM]atter)(?:\s*:\s*\w+)?\s*=\s*(\{[^`\n]*\}|\{[^`]{0,20000}?\n\})\s*;?\s*$/gm;

function headingIn(body: string): string {
  if (!/^ {0,3}#[ \t]|^ {0,3}=+[ \t]*$/m.test(body)) return '';
  const parsed = parseMarkdown(body);
  return ('reason' in parsed ? undefined : firstTitle(parsed)) ?? '';
}
