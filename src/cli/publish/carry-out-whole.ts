import { carryOut, type PlannedChange } from '../../build/editing/publish/carry-out.ts';
import type { Refusal } from '../../build/editing/publish/refusal.ts';
import { whatIsLeft } from '../../build/editing/publish/what-is-left.ts';
import { visible } from '../../diagnostics/wording.ts';
import type { Dialogue } from '../output/dialogue.ts';
import { withPathsFrom } from '../output/report.ts';
import { print, tell } from '../output/terminal.ts';
import { writeDiagnostics } from '../output/write-diagnostics.ts';

/** Whether somebody who is asked says yes. */
export async function isConfirmed(dialogue: Dialogue, question: string): Promise<boolean> {
  const answer = await dialogue.ask(`${question} (y/N): `);
  return answer !== undefined && /^y(?:es)?$/i.test(answer);
}

/** Does what was planned, and says how it ended. Ctrl-C ends git, and what was begun is put back before this program ends. */
export async function carryOutWhole(
  plan: PlannedChange,
  { message, content }: { readonly message: string | undefined; readonly content: string },
): Promise<number> {
  const wait = (): void => {};
  process.on('SIGINT', wait);
  try {
    const end = await carryOut(plan, message);
    if (end.kind === 'refused') return refuse(end, content);
    print(
      end.isPushed
        ? `Pushed to ${visible(plan.remote?.name ?? '')}.\n`
        : `Committed${end.commit === undefined ? '' : ` as ${end.commit.slice(0, 10)}`}, and not pushed.\n`,
    );
    for (const line of whatIsLeft(end)) tell(`${visible(line)}\n`);
    return 0;
  } finally {
    process.off('SIGINT', wait);
  }
}

/** Says so, where somebody has said no. */
export function nothingDone(): number {
  tell('Nothing was done.\n');
  return 1;
}

/** Says why nothing is done. */
export function refuse({ reason, message, hint, said, diagnostics = [] }: Refusal, content: string): number {
  writeDiagnostics(withPathsFrom(diagnostics, content));
  if (said !== undefined && said !== '') tell(`${said}\n`);
  tell(`${visible(message)}\n  hint: ${visible(hint)}\n`);
  return reason === 'no-story' || reason === 'date' || reason === 'target' ? 2 : 1;
}
