import { parseArgs } from 'node:util';
import { isError } from '../diagnostics/diagnostic.ts';
import { checkNewsroom } from '../build/look-at-newsroom.ts';
import { contentFolder, jobsOf, publicationTime } from './arguments.ts';
import { countOf, jsonOf, withPathsFrom, writeReport } from './report.ts';

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
    },
  });
  const content = contentFolder(values.content);
  const now = publicationTime(values.now);
  const read = await checkNewsroom({ content, now, drafts: values.drafts, url: undefined }, jobsOf(undefined));
  const diagnostics = withPathsFrom(read.diagnostics, content);
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ diagnostics: jsonOf(diagnostics) }, undefined, 2)}\n`);
  } else {
    writeReport(diagnostics);
    process.stderr.write(`${countOf(diagnostics)}\n`);
  }
  const isBad = diagnostics.some((diagnostic) => values.strict || isError(diagnostic));
  return isBad ? 1 : 0;
}
