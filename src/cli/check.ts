import { parseArgs } from 'node:util';
import { type Diagnostic, isError, stopsBuild } from '../diagnostics/diagnostic.ts';
import { checkNewsroom } from '../build/look-at-newsroom.ts';
import { tryLayouts } from '../build/try-layouts.ts';
import { cacheOfCheck, contentFolder, jobsOf, publicationTime } from './arguments.ts';
import { countOfAll, heldBackJson, pathFrom, withPathsFrom, writeHeldBack, writePrograms } from './output/report.ts';
import { reportJson, REPORT_OPTIONS, reportOptionsOf, writeReport } from './output/write-diagnostics.ts';
import { print, tell } from './output/terminal.ts';

/** `broadsheet check`: says what a build of the same would say is wrong with the content, and builds nothing. */
export async function check(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      content: { type: 'string' },
      now: { type: 'string' },
      drafts: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      cache: { type: 'string' },
      ...REPORT_OPTIONS,
    },
  });
  const content = contentFolder(values.content);
  const now = publicationTime(values.now);
  const options = reportOptionsOf(values);
  const asked = { content, now, drafts: values.drafts, url: undefined };
  const read = await checkNewsroom(asked, jobsOf(undefined), { cache: cacheOfCheck(values.cache, content) });
  const isPrintable = !read.diagnostics.some(isError);
  const trial = isPrintable ? await tryLayouts(asked, jobsOf(undefined)) : { diagnostics: [] };
  const diagnostics = withPathsFrom(union(read.diagnostics, trial.diagnostics), content);
  const toDo = withPathsFrom(read.toDo, content);
  const { site, heldBackPages } = read.edition;
  const heldBack = [...read.edition.heldBack, ...heldBackPages];
  if (values.json) {
    const programs = read.programs.map(({ path }) => pathFrom(path, content));
    const document = {
      ...reportJson({ diagnostics, toDo }, options),
      heldBack: heldBackJson(heldBack, site),
      programs,
    };
    print(`${JSON.stringify(document, undefined, 2)}\n`);
  } else {
    writeReport({ diagnostics, toDo }, options);
    writeHeldBack(heldBack, { content, timeZone: site.timeZone });
    writePrograms(read.programs);
    // What is wrong goes to standard error, and its count with it; that nothing is wrong is what was asked for.
    const write = diagnostics.length + toDo.length > 0 ? tell : print;
    write(`${countOfAll({ diagnostics, toDo })}\n`);
  }
  // After what was found, for that may be why.
  if (trial.fault !== undefined) throw trial.fault;
  return stopsBuild({ diagnostics, toDo }, { isStrict: values.strict }) ? 1 : 0;
}

/** A build that fails tells again most of what was read. */
function union(read: readonly Diagnostic[], ofLayouts: readonly Diagnostic[]): readonly Diagnostic[] {
  const told = new Set(ofLayouts.map((diagnostic) => JSON.stringify(diagnostic)));
  return [...read.filter((diagnostic) => !told.has(JSON.stringify(diagnostic))), ...ofLayouts];
}
