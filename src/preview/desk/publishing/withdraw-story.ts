import { openStory } from '../../../build/editing/publish/open-story.ts';
import { planWithdrawal, type Withdrawal } from '../../../build/editing/withdraw/plan-withdrawal.ts';
import { visible } from '../../../diagnostics/wording.ts';
import { REDIRECTS_PATH } from '../../../domain/redirects/redirects.ts';
import { json, refusal, type Route, type RouteAnswer } from '../../server/route.ts';
import type { FilesGiven } from '../source-files.ts';
import { tellDiagnostic } from '../told-diagnostic.ts';
import { checksOf } from './kept-checks.ts';
import { oneByOne, refused, routeThatCarriesOut, show, stepsOfGit, storyFileAt } from './planned-changes.ts';

/** What was asked to be withdrawn, and what readers get instead. */
interface Wanted {
  readonly path: string;
  readonly to: string | undefined;
  readonly reason: string | undefined;
  readonly push: boolean | undefined;
}

/**
 * `POST /_desk/withdrawal` with `{path, to, reason, push}`: says what withdrawing a story would do, and by what name it can be carried out; nothing of it is
 * done. What stands in its way is answered with 409.
 */
export const PLAN_WITHDRAWAL: Route = {
  method: 'POST',
  path: '/_desk/withdrawal',
  respond: ({ body }, { content, site }) => {
    const wanted = readWanted(body);
    if (!wanted)
      return refusal(400, 'Expected `path`, the path of a story, and, where it is wanted, `to`, `reason` and `push`');
    const file = site && storyFileAt(wanted.path, { site, content });
    if (!site || file === undefined) return refusal(404, 'There is no story in such a file');
    return oneByOne(() => plan(wanted, file, { site, content }));
  },
};

/** `POST /_desk/withdraw` with `{id}`: carries out what was shown last, as `/_desk/publish` does. */
export const WITHDRAW = routeThatCarriesOut('withdraw');

async function plan({ path, to, reason, push }: Wanted, file: string, given: FilesGiven): Promise<RouteAnswer> {
  const { site, content } = given;
  const now = Date.now();
  const story = await openStory({ content, file, now });
  if (story.kind === 'refused') return refused(story, given);
  const wish = { now, to, reason, isDeleted: false, push: push ?? story.remote !== undefined };
  const withdrawal = await planWithdrawal(story, wish, checksOf(site));
  if (withdrawal.kind === 'refused') return refused(withdrawal, given);
  return json({
    id: show(withdrawal, site),
    path,
    headline: withdrawal.headline,
    steps: stepsOf(withdrawal),
    wasOut: withdrawal.wasOut,
    remote: story.remote?.name,
    push: withdrawal.remote !== undefined,
    left: withdrawal.left.map(visible),
    warnings: withdrawal.warnings.map((warning) => tellDiagnostic(warning, given)),
  });
}

/** What a withdrawal does, in words. Backticks stand around what is written. */
function stepsOf(withdrawal: Withdrawal): readonly string[] {
  const { story, files, alsoChanged, redirects, wasOut, url } = withdrawal;
  const isFileChanged = files.some(({ what }) => what === 'story');
  return [
    ...(isFileChanged ? [`Write \`draft: true\` into \`${visible(story.path)}\``] : []),
    ...redirects.map((line) => `Write \`${visible(line)}\` into \`${REDIRECTS_PATH}\``),
    ...stepsOfGit(withdrawal, story.repository),
    ...alsoChanged.map((path) => `With it goes what else is changed in \`${visible(path)}\``),
    wasOut
      ? `Readers of \`${visible(url)}\` see it no more from the next build on`
      : 'Readers have not seen it yet: it was under embargo',
  ];
}

/** More than any address or reason, which are judged when the withdrawal is planned. */
const LONGEST = 5_000;

function readWanted(body: unknown): Wanted | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const { path, to, reason, push } = body as Readonly<Record<keyof Wanted, unknown>>;
  if (typeof path !== 'string' || (push !== undefined && typeof push !== 'boolean')) return undefined;
  return isText(to) && isText(reason) ? { path, to, reason, push } : undefined;
}

function isText(value: unknown): value is string | undefined {
  return value === undefined || (typeof value === 'string' && value.length <= LONGEST);
}
