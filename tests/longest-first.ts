import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longer than most, the longest first: begun with last, it would keep one process at work when the others have ended. */
const LONGEST = [
  'engine/random-edits',
  'engine/faults',
  'engine/kill',
  'engine/program-edits',
  'hostile/growth/growing-texts',
  'hostile/growth/growth',
  'package/package',
  'preview/admin/write-in-browser',
  'preview/command',
  'eleventy/layout-templates',
  'browser/search',
  'browser/accessibility',
  'build/program/extending',
  'site/repeatable',
  'site/crawl/crawl',
  'cli/compile',
  'preview/desk/publish-story',
  'build/editing/publish',
  'browser/story/odd-shapes',
  'browser/content-policy',
  'pages/growth',
  'browser/pages',
];

/** The order of files where most are new to vitest, as in a fresh clone; otherwise it knows from its last run what takes how long. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const known = files.filter((file) => this.ctx.cache.getFileTestResults(keyOf(file)));
    if (known.length > files.length / 2) return sorted;
    const places = new Map(sorted.map((file) => [file, placeOf(file)]));
    // Files of one project stay together, for those of another need another process.
    const projects = [...new Set(sorted.map(({ project }) => project.name))];
    return projects.flatMap((name) =>
      sorted
        .filter(({ project }) => project.name === name)
        .sort((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0)),
    );
  }
}

/** As vitest names a file in what it keeps. */
function keyOf({ project, moduleId }: TestSpecification): string {
  return `${project.name}:${relative(project.config.root, moduleId)}`;
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = LONGEST.findIndex((name) => moduleId.includes(`/tests/${name}.test.`));
  return place === -1 ? LONGEST.length : place;
}
