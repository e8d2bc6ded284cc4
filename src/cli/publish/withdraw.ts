import { checkHere } from '../../build/editing/publish/check/check-files.ts';
import { publicationCheck } from '../../build/editing/publish/check/check-publication.ts';
import { openStory } from '../../build/editing/publish/open-story.ts';
import { planWithdrawal } from '../../build/editing/withdraw/plan-withdrawal.ts';
import { cacheOfCheck, readOptions } from '../arguments.ts';
import { Dialogue, type Streams } from '../output/dialogue.ts';
import { withPathsFrom } from '../output/report.ts';
import { print } from '../output/terminal.ts';
import { writeDiagnostics } from '../output/write-diagnostics.ts';
import { carryOutWhole, isConfirmed, nothingDone, refuse } from './carry-out-whole.ts';
import { describeWithdrawal } from './describe-withdrawal.ts';
import { demandTexts, isAsked, STORY_OPTIONS, type StoryCommand, storyCommand } from './story-command.ts';

/** `broadsheet withdraw FILE`: makes a published story a draft again, says at its address that it is gone or where it is now, checks, commits and pushes. */
export async function withdraw(args: readonly string[]): Promise<number> {
  return withdrawFile(args, { input: process.stdin, output: process.stdout });
}

/** Withdraws a story where somebody may be asked. */
export async function withdrawFile(args: readonly string[], streams: Streams): Promise<number> {
  const asked = readArguments(args);
  const asks = isAsked(asked, streams);
  const now = Date.now();
  const story = await openStory({ content: asked.content, file: asked.file, now });
  if (story.kind === 'refused') return refuse(story, asked.content);
  const known = cacheOfCheck(undefined, asked.content);
  const plan = await planWithdrawal(story, { ...asked, now }, publicationCheck({ checkFiles: checkHere, known }));
  if (plan.kind === 'refused') return refuse(plan, asked.content);
  writeDiagnostics(withPathsFrom(plan.warnings, asked.content));
  print(describeWithdrawal(plan, asked.message));
  if (asked.dryRun) return 0;
  if (asks && !(await isAgreed(streams))) return nothingDone();
  return carryOutWhole(plan, asked);
}

/** While somebody is asked, Ctrl-C is a key like others; afterwards it is to reach git. */
async function isAgreed(streams: Streams): Promise<boolean> {
  const dialogue = new Dialogue(streams);
  try {
    return await isConfirmed(dialogue, 'Withdraw it?');
  } finally {
    dialogue.close();
  }
}

interface WithdrawArguments extends StoryCommand {
  readonly to: string | undefined;
  readonly reason: string | undefined;
  readonly isDeleted: boolean;
}

function readArguments(args: readonly string[]): WithdrawArguments {
  const { values, positionals } = readOptions({
    args: [...args],
    allowPositionals: true,
    options: {
      ...STORY_OPTIONS,
      to: { type: 'string' },
      reason: { type: 'string' },
      delete: { type: 'boolean', default: false },
    },
  });
  const { message, to, reason } = values;
  demandTexts({ message, to, reason });
  return { ...storyCommand('withdraw', { values, positionals }), to, reason, isDeleted: values.delete };
}
