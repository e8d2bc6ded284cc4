import { randomBytes } from 'node:crypto';
import type { Remote, Repository } from '../../../build/editing/git/repository.ts';
import { carryOut, type PlannedChange } from '../../../build/editing/publish/carry-out.ts';
import type { Refusal } from '../../../build/editing/publish/refusal.ts';
import { whatIsLeft } from '../../../build/editing/publish/what-is-left.ts';
import { visible } from '../../../diagnostics/wording.ts';
import { ARTICLES, isAt } from '../../../domain/content/content-kinds.ts';
import type { PreviewSite } from '../../preview-site.ts';
import { json, refusal, type Route, type RouteAnswer } from '../../server/route.ts';
import { forgetChanges } from '../content-history.ts';
import { deskIndexOf } from '../desk-index.ts';
import { diskPathOf, type FilesGiven } from '../source-files.ts';
import { tellDiagnostic } from '../told-diagnostic.ts';

/** What was shown last, which nothing else can be carried out but. */
const shown = new WeakMap<PreviewSite, { readonly id: string; readonly planned: PlannedChange }>();
/** One looks at the repository at a time. */
let busy: Promise<unknown> = Promise.resolve();
/** What is being carried out. */
const running = new WeakMap<PreviewSite, Promise<unknown>>();
/** The sites of which nothing is carried out any more, for their preview is about to end. */
const ended = new WeakSet<PreviewSite>();

/** Publishes and withdraws nothing any more. @returns The end of what is being done, if something is. */
export function endPublishing(site: PreviewSite): Promise<unknown> | undefined {
  ended.add(site);
  return running.get(site);
}

/** Keeps what somebody is shown. @returns The name by which it is carried out. */
export function show(planned: PlannedChange, site: PreviewSite): string {
  const id = randomBytes(12).toString('base64url');
  shown.set(site, { id, planned });
  return id;
}

/** The file of a story of the desk, on disk. */
export function storyFileAt(path: string, given: FilesGiven): string | undefined {
  return deskIndexOf(given.site).at(path) && isAt(ARTICLES, path) ? diskPathOf(path, given) : undefined;
}

/** The address by which what was shown last is carried out, if it is to do this. */
export function routeThatCarriesOut(verb: PlannedChange['verb']): Route {
  return {
    method: 'POST',
    path: `/_desk/${verb}`,
    respond: ({ body }, { site, content }) => {
      const id = typeof body === 'object' && body !== null ? (body as { readonly id?: unknown }).id : undefined;
      if (typeof id !== 'string') return refusal(400, 'Expected `id`, the name of what was shown');
      return oneByOne(async () => {
        const known = site && shown.get(site);
        if (!known || known.id !== id || known.planned.verb !== verb)
          return refusal(409, 'This is not what was shown last: look at it once more');
        if (ended.has(site)) return refusal(503, `The preview is ending: ${verb} it when it is there again`);
        shown.delete(site);
        const carried = carryOut(known.planned);
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
}

/** What is committed and pushed, in words. */
export function stepsOfGit({ files, message, remote }: PlannedChange, { branch }: Repository): readonly string[] {
  const names = files.map(({ treePath }) => `\`${visible(treePath)}\``).join(', ');
  const commit = files.length === 0 ? [] : [`Commit ${names} on \`${visible(branch)}\` as “${visible(message)}”`];
  const push = remote
    ? [`Push to \`${visible(remote.name)}\`, branch \`${visible(remote.branch)}\`${withOthers(remote, files.length)}`]
    : [];
  return [...commit, ...push];
}

/** What is pushed with it, or instead of it. */
function withOthers({ ahead }: Remote, files: number): string {
  if (ahead === 0) return '';
  if (ahead === undefined) return ', with all that is committed and not there yet';
  const commits = ahead === 1 ? 'commit' : 'commits';
  return files > 0 ? `, with ${ahead} earlier ${commits}` : `, ${ahead} ${commits}`;
}

/** Why nothing was done. */
export function refused({ message, hint, said, diagnostics }: Refusal, given: FilesGiven): RouteAnswer {
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
/** Looks at the repository, or changes it, when nobody else does. */
export function oneByOne(work: () => Promise<RouteAnswer>): Promise<RouteAnswer> {
  const done = busy.then(work);
  busy = done.catch(() => {});
  return done;
}
