import type { ImportNote } from '../../archive.ts';
import type { Project } from './project.ts';
import type { Publication } from './system.ts';

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

/** Of programs that make data or pages nothing is run. */
const PROGRAMS = /(?:^|\/)_data\/.*\.[cm]?[jt]s$|\.11tydata\.[cm]?js$|\.11ty\.[cm]?[jt]sx?$/;

/** Notes of files beside the texts that nothing is made of: texts in other formats, and programs. */
export function foreignTexts(project: Project, { texts }: Publication): readonly ImportNote[] {
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
