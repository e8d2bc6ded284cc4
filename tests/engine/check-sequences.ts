import { aRandomSequence } from './a-random-sequence.ts';
import { describeFault } from './describe-fault.ts';
import { runSequence } from './run-sequence.ts';

/** Some sequences, by their seeds. */
export interface Seeds {
  readonly first: number;
  /** Behind the last. */
  readonly end: number;
  /** From one to the next. */
  readonly step: number;
}

/** What came of them. */
export interface Checked {
  sequences: number;
  edits: number;
  faults: string[];
}

/** Runs sequences one after the other, and looks for the shortest way to each fault that it meets. */
export async function checkSequences({ first, end, step }: Seeds): Promise<Checked> {
  const checked: Checked = { sequences: 0, edits: 0, faults: [] };
  for (let seed = first; seed < end; seed += step) {
    const sequence = aRandomSequence(seed);
    const ended = await runSequence(sequence);
    checked.sequences += 1;
    checked.edits += ended.builds;
    if (ended.fault) checked.faults.push(await describeFault(sequence, ended));
  }
  return checked;
}
