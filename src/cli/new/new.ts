import { lookAtSurroundings } from '../../build/reading/surroundings.ts';
import { visible } from '../../diagnostics/wording.ts';
import { type AskedStory, makeStory, type Unfit, unfitOf } from '../../build/editing/new-story/make-story.ts';
import { contentFolder, readOptions, UsageError } from '../arguments.ts';
import { Dialogue, isTerminal, oneLine, type Streams } from '../output/dialogue.ts';
import { pathFromHere } from '../output/report.ts';
import { print, tell } from '../output/terminal.ts';
import { askForStory, type ShownPlace } from './ask-story.ts';

/** `broadsheet new "Headline"`: makes the file of a story, a draft, ready to be written; asks on a terminal for what is not said. */
export async function newStory(args: readonly string[]): Promise<number> {
  return beginStory(args, { input: process.stdin, output: process.stdout });
}

/** Begins a story where somebody may be asked. */
export async function beginStory(args: readonly string[], streams: Streams): Promise<number> {
  const { known, content, asks } = readArguments(args);
  const isAsked = asks && isTerminal(streams);
  if (known.headline === undefined && !isAsked)
    throw new UsageError('Unexpected end of the command, expected a headline: npx broadsheet new "Bridge closes"');
  const { setting, contributors } = lookAtSurroundings(content);
  const { site } = setting;
  const place = { content, timeZone: site.timeZone, sections: site.sections, contributors, now: Date.now() };
  // Nobody is asked for the rest of what cannot be made.
  const given = Object.keys(known) as (keyof AskedStory)[];
  const unfit = unfitOf(given, { headline: '', ...known }, place);
  if (unfit.length > 0) throw unfitFault(unfit);
  const story = isAsked ? await ask(known, place, streams) : { headline: '', ...known };
  if (!story) {
    tell('Nothing was made.\n');
    return 1;
  }
  const made = makeStory(story, place);
  if (made.kind === 'no-folder') {
    tell(`${visible(made.message)}\n  hint: ${made.hint}\n`);
    return 1;
  }
  if (made.kind === 'unfit') throw unfitFault(made.unfit);
  print(`${visible(pathFromHere(made.path))}\n`);
  const missing = (story.contributors ?? []).length === 0 ? 'write who it is by behind `contributors:`, and ' : '';
  tell(`Next: ${missing}write the story below the second line of ---\n`);
  tell(`It is a draft: npx broadsheet publish ${visible(pathFromHere(made.path))} publishes it\n`);
  return 0;
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = readOptions({
    args: [...args],
    allowPositionals: true,
    options: {
      content: { type: 'string' },
      headline: { type: 'string' },
      kind: { type: 'string' },
      section: { type: 'string' },
      contributor: { type: 'string', multiple: true },
      date: { type: 'string' },
      yes: { type: 'boolean', default: false },
    },
  });
  const words = oneLine(positionals.join(' '));
  if (values.headline !== undefined && words !== '')
    throw new UsageError('Unexpected second headline, expected it behind `new` or behind --headline');
  const { headline = words, kind, section, contributor: contributors, date } = values;
  const given = { headline: headline === '' ? undefined : headline, kind, section, contributors, date };
  const known: Partial<AskedStory> = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  );
  return { known, content: contentFolder(values.content), asks: !values.yes };
}

/** Asks for what was not said. */
async function ask(known: Partial<AskedStory>, place: ShownPlace, streams: Streams): Promise<AskedStory | undefined> {
  const dialogue = new Dialogue(streams);
  try {
    return await askForStory(known, place, dialogue);
  } finally {
    dialogue.close();
  }
}

function unfitFault(unfit: readonly Unfit[]): UsageError {
  return new UsageError(unfit.map(inWords).join('\n'));
}

function inWords({ of, message }: Unfit): string {
  return of === 'headline' ? message : `--${of === 'contributors' ? 'contributor' : of}: ${message}`;
}
