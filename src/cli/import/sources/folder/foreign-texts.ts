import type { ImportNote } from '../../archive.ts';
import type { Project } from './project.ts';
import type { Publication } from './system.ts';
import { cutFrontMatter } from './values/front-matter.ts';
import { textAt } from './values/plain-values.ts';

/** Formats of texts that are not Markdown, by the endings of their files. */
const FORMATS: Readonly<Record<string, string>> = {
  rst: 'text in reStructuredText',
  adoc: 'text in AsciiDoc',
  asciidoc: 'text in AsciiDoc',
  org: 'text in Org mode',
  textile: 'text in Textile',
  ipynb: 'notebook',
  rmd: 'text in R Markdown',
};

/** Templates that pages can be written in, by the endings of their files. */
const TEMPLATES = new Set(['njk', 'liquid', 'html', 'htm', 'hbs', 'webc']);

/** Whether a template is a page with a title of its own, and no layout, no list and no part of a page. */
function isStoryOfTemplate(path: string, project: Project, format: Publication['format']): boolean {
  if (/(?:^|\/)(?:_|themes?\/|layouts?\/|templates?\/|output\/|includes?\/|components?\/)/.test(path)) return false;
  const text = project.text(path)?.text ?? '';
  if (format === 'header-lines') return /<title\b/i.test(text) && /<body\b/i.test(text);
  const { hasFrontMatter, values } = cutFrontMatter(text);
  return hasFrontMatter && textAt(values, 'title') !== undefined && values['pagination'] === undefined;
}

/** Of programs that make data or pages nothing is run. */
const PROGRAMS = /(?:^|\/)_data\/.*\.[cm]?[jt]s$|\.11tydata\.[cm]?js$|\.11ty\.[cm]?[jt]sx?$/;

/** Notes of files beside the texts that nothing is made of: texts in other formats, and programs. */
export function foreignTexts(project: Project, { texts, format }: Publication): readonly ImportNote[] {
  const own = new Set(texts);
  const roots = new Set(texts.map((path) => path.split('/')[0] ?? '').filter((name) => project.hasFolder(name)));
  for (const name of ['_data', 'src', 'content', 'source']) if (project.hasFolder(name)) roots.add(name);
  return [...roots]
    .sort()
    .flatMap((root) => project.files(root))
    .flatMap((path): readonly ImportNote[] => {
      const ending = (/\.(\w+)$/.exec(path)?.[1] ?? '').toLowerCase();
      const what = Object.hasOwn(FORMATS, ending) ? FORMATS[ending] : undefined;
      if (what !== undefined)
        return [{ kind: 'lost', what, advice: 'turn it into Markdown first, with pandoc for example', detail: path }];
      if (TEMPLATES.has(ending) && !own.has(path) && isStoryOfTemplate(path, project, format))
        return [
          {
            kind: 'lost',
            what: 'text in a template or in HTML',
            advice: 'write it as Markdown if readers need it',
            detail: path,
          },
        ];
      if (!PROGRAMS.test(path)) return [];
      return [
        {
          kind: 'look',
          what: 'program that makes data',
          advice: 'it is not run; what it made is missing',
          detail: path,
        },
      ];
    });
}
