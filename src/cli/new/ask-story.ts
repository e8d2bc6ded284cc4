import { type AskedStory, type StoryPlace, whyUnfit } from '../../build/editing/new-story/make-story.ts';
import { BEGINNINGS, STORY_KINDS } from '../../build/editing/new-story/story-kinds.ts';
import { dateAt } from '../../time/written-date.ts';
import type { Dialogue } from '../output/dialogue.ts';
import { type Option, peopleOptions, searchOptions } from '../../preview/desk/client/search.js';

/** A newsroom as it is shown to whoever begins a story. */
export interface ShownPlace extends StoryPlace {
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly contributors: readonly { readonly id: string; readonly name: string }[];
}

type Known = Partial<AskedStory>;

/** Asks for what is not known of a story, and again for what is answered wrong; nothing if whoever is asked ends it. */
export async function askForStory(
  known: Known,
  place: ShownPlace,
  dialogue: Dialogue,
): Promise<AskedStory | undefined> {
  dialogue.tell('Enter takes what stands in brackets.');
  let story = known;
  for (const { of, ask } of QUESTIONS) {
    if (known[of] !== undefined) continue;
    const answer = await ask({ story, place, dialogue });
    if (answer === undefined) return undefined;
    story = { ...story, ...answer };
  }
  return { headline: '', ...story };
}

interface Asking {
  readonly story: Known;
  readonly place: ShownPlace;
  readonly dialogue: Dialogue;
}

const QUESTIONS: readonly {
  readonly of: keyof AskedStory;
  readonly ask: (asking: Asking) => Promise<Known | undefined>;
}[] = [
  { of: 'headline', ask: (asking) => askText('headline', 'Headline', asking) },
  {
    of: 'kind',
    ask: (asking) =>
      askOneOf(
        'kind',
        'Kind',
        STORY_KINDS.map((kind) => ({ value: kind, label: BEGINNINGS[kind].name })),
        asking,
      ),
  },
  {
    of: 'section',
    ask: (asking) =>
      askOneOf(
        'section',
        'Section',
        asking.place.sections.map(({ id, title }) => ({ value: id, label: title })),
        asking,
      ),
  },
  { of: 'contributors', ask: askContributors },
  { of: 'date', ask: (asking) => askText('date', 'Date', asking, dateAt(asking.place.now, asking.place.timeZone)) },
];

async function askText(
  of: 'headline' | 'date',
  label: string,
  { story, place, dialogue }: Asking,
  usual?: string,
): Promise<Known | undefined> {
  for (;;) {
    const written = await dialogue.ask(usual === undefined ? `${label}: ` : `${label} (${usual}): `);
    if (written === undefined) return undefined;
    const answer = { [of]: written === '' && usual !== undefined ? usual : written };
    const why = whyUnfit(of, { headline: '', ...story, ...answer }, place);
    if (why === undefined) return answer;
    dialogue.tell(`  ${why}`);
  }
}

/** Asks for one of some, by its number or by what it is called. The first is the usual one. */
async function askOneOf(
  of: 'kind' | 'section',
  label: string,
  options: readonly Option[],
  { dialogue }: Asking,
): Promise<Known | undefined> {
  const [usual] = options;
  if (!usual) return {};
  showNumbered(options, dialogue);
  const labels = options.map((option) => option.label);
  for (;;) {
    const written = await dialogue.ask(`${label} (${usual.label}): `, labels);
    if (written === undefined) return undefined;
    if (written === '') return { [of]: usual.value };
    const found = [options[Number(written) - 1] ?? searchOptions(written, options)].flat();
    if (found.length === 1) return { [of]: found[0]?.value };
    dialogue.tell(
      `  Unexpected answer, expected ${found.length > 1 ? `one of ${found.map((option) => option.label).join(', ')}` : `a number from 1 to ${options.length}, or a name`}`,
    );
  }
}

/** Asks who wrote it, one after the other, by a part of their names. */
async function askContributors({ story, place, dialogue }: Asking): Promise<Known | undefined> {
  const people = peopleOptions(place.contributors);
  const chosen: string[] = [];
  let shown: readonly Option[] = [];
  let unknown: string | undefined;
  for (;;) {
    const hint =
      unknown === undefined
        ? chosen.length === 0
          ? 'a part of a name'
          : 'nobody else'
        : `${unknown}, by that name alone`;
    const written = await dialogue.ask(
      `${chosen.length === 0 ? 'By' : 'And by'} (${hint}): `,
      people.map(({ label }) => label),
    );
    if (written === undefined) return undefined;
    if (written === '' && unknown === undefined) return { contributors: chosen };
    const found = written === '' ? [] : [shown[Number(written) - 1] ?? searchOptions(written, people)].flat();
    const [only] = found;
    const who = written === '' ? unknown : found.length === 1 ? only?.value : undefined;
    unknown = undefined;
    shown = [];
    if (who !== undefined) {
      const why = whyUnfit('contributors', { headline: '', ...story, contributors: [who] }, place);
      if (why !== undefined) dialogue.tell(`  ${why}`);
      else if (!chosen.includes(who)) chosen.push(who);
    } else if (found.length > 1) {
      shown = found.slice(0, MOST_SHOWN);
      showNumbered(shown, dialogue);
      if (found.length > shown.length)
        dialogue.tell(`  and ${found.length - shown.length} more: write more of the name`);
    } else {
      dialogue.tell('  Nobody in content/contributors/ is called that.');
      unknown = written;
    }
  }
}

const MOST_SHOWN = 9;

function showNumbered(options: readonly Option[], dialogue: Dialogue): void {
  for (const [index, { label }] of options.entries()) dialogue.tell(`  ${index + 1}  ${label}`);
}
