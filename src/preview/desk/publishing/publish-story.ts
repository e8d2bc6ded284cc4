import { randomBytes } from 'node:crypto';
import { ARTICLES, isAt } from '../../domain/content-kinds.ts';
import { visible } from '../../diagnostics/wording.ts';
import { carryOut } from '../../build/editing/publish/carry-out.ts';
import { whatIsLeft } from '../../build/editing/publish/what-is-left.ts';
import { openStory } from '../../build/editing/publish/open-story.ts';
import { type Publication, planPublication } from '../../build/editing/publish/plan-publication.ts';
import type { Remote } from '../../build/editing/git/repository.ts';
import type { Refusal } from '../../build/editing/publish/refusal.ts';
import type { DateChoice } from '../../build/editing/publish/story-date.ts';
import { printTime } from '../../time/print-time.ts';
import type { PreviewSite } from '../preview-site.ts';
import { json, refusal, type Route, type RouteAnswer } from '../server/route.ts';
import { forgetChanges } from './content-history.ts';
import { deskIndexOf } from './desk-index.ts';
import { checksOf } from './kept-checks.ts';
import { diskPathOf, type FilesGiven } from './source-files.ts';
import { tellDiagnostic } from './told-diagnostic.ts';

/** What was asked to be published, and when. */
interface Wanted {
  readonly path: string;
  readonly date: DateChoice | undefined;
  readonly push: boolean | undefined;
}

/** The publication that was shown last, which nothing else can be carried out but. */
const shown = new WeakMap<PreviewSite, { readonly id: string; readonly publication: Publication }>();
/** One looks at the repository at a time. */
let busy: Promise<unknown> = Promise.resolve();
/** What is being carried out. */
const running = new WeakMap<PreviewSite, Promise<unknown>>();
/** The sites of which nothing is published any more, for their preview is about to end. */
const ended = new WeakSet<PreviewSite>();

/** Publishes nothing any more. @returns The end of what is being published, if something is. */
export function endPublishing(site: PreviewSite): Promise<unknown> | undefined {
  ended.add(site);
  return running.get(site);
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
    const { path } = wanted;
    const file =
      site && deskIndexOf(site).at(path) && isAt(ARTICLES, path) ? diskPathOf(path, { site, content }) : undefined;
    if (!site || file === undefined) return refusal(404, 'There is no story in such a file');
    return oneByOne(() => plan(wanted, file, { site, content }));
  },
};

/** `POST /_desk/publish` with `{id}`: carries out what was shown last. If the story or the branch is another since, 409 says so, and nothing is done. */
export const PUBLISH: Route = {
  method: 'POST',
  path: '/_desk/publish',
  respond: ({ body }, { site, content }) => {
    const id = typeof body === 'object' && body !== null ? (body as { readonly id?: unknown }).id : undefined;
    if (typeof id !== 'string') return refusal(400, 'Expected `id`, the name of what was shown');
    return oneByOne(async () => {
      const known = site && shown.get(site);
      if (!known || known.id !== id) return refusal(409, 'This is not what was shown last: look at it once more');
      if (ended.has(site)) return refusal(503, 'The preview is ending: publish it when it is there again');
      shown.delete(site);
      const carried = carryOut(known.publication);
      running.set(
        site,
        carried.catch(() => {}),
      );
      const done = await carried.finally(() => {
        running.delete(site);
        forgetChanges(site);
      });
      if (done.kind === 'refused') return refused(done, { site, content });
      const { commit, isPushed } = done;
      return json({ commit: commit?.slice(0, 10), isPushed, left: whatIsLeft(done) });
    });
  },
};

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
  const id = randomBytes(12).toString('base64url');
  shown.set(site, { id, publication });
  return json({
    id,
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
function stepsOf({ story, keys, files, message, remote, date, isAhead }: Publication): readonly string[] {
  const changes = [...keys].map(([key, value]) =>
    value === undefined ? `Take \`${key}\` out of \`${visible(story.path)}\`` : `Write \`${key}: ${value}\` into it`,
  );
  const names = files.map(({ treePath }) => `\`${visible(treePath)}\``).join(', ');
  const commit =
    files.length === 0 ? [] : [`Commit ${names} on \`${visible(story.repository.branch)}\` as “${visible(message)}”`];
  const push = remote
    ? [`Push to \`${visible(remote.name)}\`, branch \`${visible(remote.branch)}\`${withOthers(remote, files.length)}`]
    : [];
  const moment = printTime({ instant: date, hasTime: true }, 'en-GB', story.setting.site.timeZone).text;
  const end = isAhead ? `Readers see it from ${moment} on` : `Readers see it with the next build, dated ${moment}`;
  return [...changes, ...commit, ...push, end];
}

/** What is pushed with it, or instead of it. */
function withOthers({ ahead }: Remote, files: number): string {
  if (ahead === 0) return '';
  if (ahead === undefined) return ', with all that is committed and not there yet';
  const commits = ahead === 1 ? 'commit' : 'commits';
  return files > 0 ? `, with ${ahead} earlier ${commits}` : `, ${ahead} ${commits}`;
}

function refused({ message, hint, said, diagnostics }: Refusal, given: FilesGiven): RouteAnswer {
  const told = (diagnostics ?? []).slice(0, MOST_TOLD).map((diagnostic) => tellDiagnostic(diagnostic, given));
  return json(
    {
      error: visible(message),
      hint: visible(hint),
      said: said?.split('\n').map(visible).join('\n'),
      diagnostics: told,
    },
    409,
  );
}

const MOST_TOLD = 20;
const LONGEST_DATE = 60;

function readWanted(body: unknown): Wanted | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const { path, date, push } = body as Readonly<Record<keyof Wanted, unknown>>;
  if (typeof path !== 'string' || (push !== undefined && typeof push !== 'boolean')) return undefined;
  if (date === undefined || date === 'now' || date === 'keep') return { path, date, push };
  return typeof date === 'string' && date.length <= LONGEST_DATE ? { path, date: { written: date }, push } : undefined;
}

function oneByOne(work: () => Promise<RouteAnswer>): Promise<RouteAnswer> {
  const done = busy.then(work);
  busy = done.catch(() => {});
  return done;
}
