import { checkHere } from '../../build/editing/publish/check/check-files.ts';
import { publicationCheck } from '../../build/editing/publish/check/check-publication.ts';
import { openStory, type OpenStory } from '../../build/editing/publish/open-story.ts';
import { type Publication, planPublication } from '../../build/editing/publish/plan-publication.ts';
import type { DateChoice } from '../../build/editing/publish/story-date.ts';
import { cacheOfCheck, readOptions } from '../arguments.ts';
import { Dialogue, type Streams } from '../output/dialogue.ts';
import { withPathsFrom } from '../output/report.ts';
import { print } from '../output/terminal.ts';
import { writeDiagnostics } from '../output/write-diagnostics.ts';
import { carryOutWhole, isConfirmed, nothingDone, refuse } from './carry-out-whole.ts';
import { describePublication } from './describe-publication.ts';
import { demandTexts, isAsked, STORY_OPTIONS, type StoryCommand, storyCommand } from './story-command.ts';

/** `broadsheet publish FILE`: takes a story out of draft, checks the newsroom as it will be, commits what belongs to the story, and pushes. */
export async function publish(args: readonly string[]): Promise<number> {
  return publishFile(args, { input: process.stdin, output: process.stdout });
}

/** Publishes a story where somebody may be asked. */
export async function publishFile(args: readonly string[], streams: Streams): Promise<number> {
  const asked = readArguments(args);
  const asks = isAsked(asked, streams);
  const now = Date.now();
  const story = await openStory({ content: asked.content, file: asked.file, now });
  if (story.kind === 'refused') return refuse(story, asked.content);
  const dialogue = asks ? new Dialogue(streams) : undefined;
  let plan: Publication;
  try {
    const date = asked.date ?? (dialogue && (await askForDate(story, dialogue)));
    if (date === 'nothing') return nothingDone();
    const wish = { now, date, again: asked.again, push: asked.push };
    const known = cacheOfCheck(undefined, asked.content);
    const planned = await planPublication(story, wish, publicationCheck({ checkFiles: checkHere, known }));
    if (planned.kind === 'refused') return refuse(planned, asked.content);
    plan = planned;
    writeDiagnostics(withPathsFrom(plan.warnings, asked.content));
    print(describePublication(plan, asked.message));
    if (asked.dryRun) return 0;
    if (dialogue && !(await isConfirmed(dialogue, 'Publish it?'))) return nothingDone();
  } finally {
    // While somebody is asked, Ctrl-C is a key like others. From here on it is to reach git.
    dialogue?.close();
  }
  return carryOutWhole(plan, asked);
}

interface PublishArguments extends StoryCommand {
  readonly date: DateChoice | undefined;
  readonly again: boolean;
}

function readArguments(args: readonly string[]): PublishArguments {
  const { values, positionals } = readOptions({
    args: [...args],
    allowPositionals: true,
    options: {
      ...STORY_OPTIONS,
      date: { type: 'string' },
      again: { type: 'boolean', default: false },
    },
  });
  demandTexts({ message: values.message });
  return {
    ...storyCommand('publish', { values, positionals }),
    date: dateChoice(values.date),
    again: values.again,
  };
}

function dateChoice(written: string | undefined): DateChoice | undefined {
  return written === undefined || written === 'now' || written === 'keep' ? written : { written };
}

/** Asks about a date that has passed. */
async function askForDate({ date }: OpenStory, dialogue: Dialogue): Promise<DateChoice | 'nothing' | undefined> {
  if (date.kind !== 'passed') return undefined;
  for (;;) {
    const answer = await dialogue.ask(`Its date, ${date.written}, has passed. Set it to now, or keep it? (now): `);
    if (answer === undefined) return 'nothing';
    if (answer === '' || answer === 'now') return 'now';
    if (answer === 'keep') return 'keep';
    dialogue.tell('  Unexpected answer, expected `now` or `keep`');
  }
}
