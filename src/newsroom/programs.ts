import { isProgram } from '../domain/site/programs.ts';
import type { Site } from '../domain/site/site.ts';
import { type Finding, WHOLE_FILE } from '../diagnostics/finding.ts';
import type { NewsroomFiles } from './newsroom.ts';

/** The files of a newsroom that may be read as what they are, and what is said of the others. */
export interface SortedPrograms {
  readonly allowed: NewsroomFiles;
  readonly refused: readonly Finding[];
}

/** Takes the programs of `content/pages/` out of a newsroom whose pages are all to be text; nothing of them is read. */
export function sortPrograms(files: NewsroomFiles, { pages }: Pick<Site, 'pages'>): SortedPrograms {
  if (pages === 'programs') return { allowed: files, refused: [] };
  const ownPages = files.ownPages.filter(({ path }) => !isProgram(path));
  return { allowed: { ...files, ownPages, programs: [] }, refused: files.programs.map(({ path }) => refusal(path)) };
}

function refusal(path: string): Finding {
  return {
    code: 'program-refused',
    path,
    at: WHOLE_FILE,
    message: 'Unexpected program, or data for one, expected nothing but Markdown in content/pages/',
    hint: 'write the page in a file whose name ends with `.md`, or allow programs in content/site.yaml: `pages: programs`',
  };
}
