import { relative, sep } from 'node:path';
import { visible } from '../../diagnostics/wording.ts';
import { type AskedStory, makeStory, type Unfit } from '../../build/editing/new-story/make-story.ts';
import { json, refusal, type Route } from '../server/route.ts';
import { linksOfFile } from './story-links.ts';

/** The most that a story may be begun with. */
const LONGEST = 1000;
const MOST_CONTRIBUTORS = 50;

/**
 * `POST /_desk/new` with `{headline, kind, section, contributors, date}`, of which only the headline is needed: makes the file of a draft, under a
 * name that nothing has yet. What cannot be so is answered with 422, by key.
 */
export const NEW_STORY: Route = {
  method: 'POST',
  path: '/_desk/new',
  respond: ({ body }, { content, site }) => {
    const asked = readAsked(body);
    if (!asked)
      return refusal(400, 'Expected a `headline` and, where they are known, kind, section, contributors, date');
    const edition = site?.edition?.prepared.edition;
    if (!edition)
      return refusal(409, 'The settings of the newsroom cannot be read yet: mend what is wrong with them first');
    const { site: settings, people } = edition;
    const place = {
      content,
      timeZone: settings.timeZone,
      sections: settings.sections,
      contributors: people,
      // A story begins now, whatever moment the preview shows.
      now: Date.now(),
    };
    const made = makeStory(asked, place);
    if (made.kind === 'no-folder') return refusal(409, visible(`${made.message}: ${made.hint}`));
    if (made.kind === 'unfit') return json({ error: inWords(made.unfit), unfit: made.unfit }, 422);
    const path = `content/${relative(content, made.path).split(sep).join('/')}`;
    return json({ path, ...linksOfFile(path, made.path) }, 201);
  },
};

function inWords(unfit: readonly Unfit[]): string {
  return unfit.map(({ message }) => message).join('. ');
}

function readAsked(body: unknown): AskedStory | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const { headline, kind, section, contributors, date } = body as Readonly<Record<keyof AskedStory, unknown>>;
  if (!isText(headline) || ![kind, section, date].every((value) => value === undefined || isText(value)))
    return undefined;
  const people = contributors ?? [];
  if (!Array.isArray(people) || people.length > MOST_CONTRIBUTORS || !people.every(isText)) return undefined;
  return {
    headline,
    contributors: people,
    ...({ kind, section, date } as Pick<AskedStory, 'kind' | 'section' | 'date'>),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST;
}
