import { REDIRECTS_PATH } from '../../../domain/redirects/redirects.ts';
import { visible } from '../../../diagnostics/wording.ts';
import { openStory } from '../../../build/editing/publish/open-story.ts';
import { type Publication, planPublication } from '../../../build/editing/publish/plan-publication.ts';
import type { DateChoice } from '../../../build/editing/publish/story-date.ts';
import { printTime } from '../../../time/print-time.ts';
import { json, refusal, type Route, type RouteAnswer } from '../../server/route.ts';
import type { FilesGiven } from '../source-files.ts';
import { tellDiagnostic } from '../told-diagnostic.ts';
import { checksOf } from './kept-checks.ts';
import { oneByOne, refused, routeThatCarriesOut, show, stepsOfGit, storyFileAt } from './planned-changes.ts';

/** What was asked to be published, and when. */
interface Wanted {
  readonly path: string;
  readonly date: DateChoice | undefined;
  readonly push: boolean | undefined;
}

/**
 * `POST /_desk/publication` with `{path, date, push}`: says what publishing a story would do, and by what name it can be carried out; nothing of it is
 * done. `date` is `now`, `keep`, or a time; where it stands or `push` is left out, what is usual is shown. What stands in its way is answered with 409.
 */
export const PLAN_PUBLICATION: Route = {
  method: 'POST',
  path: '/_desk/publication',
  respond: ({ body }, { content, site }) => {
    const wanted = readWanted(body);
    if (!wanted)
      return refusal(400, 'Expected `path`, the path of a story, and, where it is wanted, `date` and `push`');
    const file = site && storyFileAt(wanted.path, { site, content });
    if (!site || file === undefined) return refusal(404, 'There is no story in such a file');
    return oneByOne(() => plan(wanted, file, { site, content }));
  },
};

/** `POST /_desk/publish` with `{id}`: carries out what was shown last. If the story or the branch is another since, 409 says so, and nothing is done. */
export const PUBLISH = routeThatCarriesOut('publish');

async function plan({ path, date, push }: Wanted, file: string, given: FilesGiven): Promise<RouteAnswer> {
  const { site, content } = given;
  // What is published is dated by the clock, whatever moment the preview shows.
  const now = Date.now();
  const story = await openStory({ content, file, now });
  if (story.kind === 'refused') return refused(story, given);
  // Whoever asks for what is published has seen that it has changed.
  const again = story.state === 'changed';
  const wish = { now, date, again, push: push ?? story.remote !== undefined };
  const publication = await planPublication(story, wish, checksOf(site));
  if (publication.kind === 'refused') return refused(publication, given);
  return json({
    id: show(publication, site),
    path,
    headline: publication.headline,
    steps: stepsOf(publication),
    date: { ...story.date, choice: publication.keys.has('date') ? 'now' : 'keep' },
    remote: story.remote?.name,
    push: publication.remote !== undefined,
    left: publication.left.map(visible),
    warnings: publication.warnings.map((warning) => tellDiagnostic(warning, given)),
  });
}

/** What a publication does, in words. Backticks stand around what is written. */
function stepsOf(publication: Publication): readonly string[] {
  const { story, keys, redirects, date, isAhead } = publication;
  const changes = [...keys].map(([key, value]) =>
    value === undefined ? `Take \`${key}\` out of \`${visible(story.path)}\`` : `Write \`${key}: ${value}\` into it`,
  );
  const lines = redirects.map((key) => `Take \`${visible(key)}\` out of \`${REDIRECTS_PATH}\``);
  const moment = printTime({ instant: date, hasTime: true }, 'en-GB', story.setting.site.timeZone).text;
  const end = isAhead ? `Readers see it from ${moment} on` : `Readers see it with the next build, dated ${moment}`;
  return [...changes, ...lines, ...stepsOfGit(publication, story.repository), end];
}

const LONGEST_DATE = 60;

function readWanted(body: unknown): Wanted | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const { path, date, push } = body as Readonly<Record<keyof Wanted, unknown>>;
  if (typeof path !== 'string' || (push !== undefined && typeof push !== 'boolean')) return undefined;
  if (date === undefined || date === 'now' || date === 'keep') return { path, date, push };
  return typeof date === 'string' && date.length <= LONGEST_DATE ? { path, date: { written: date }, push } : undefined;
}
