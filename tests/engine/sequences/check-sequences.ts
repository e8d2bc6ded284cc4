import { aRandomSequence } from './a-random-sequence.ts';
import { runSequence, type Sequence, type SequenceEnd } from './run-sequence.ts';

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

/** What went wrong in a sequence, and the shortest way to it. */
async function describeFault(sequence: Sequence, { done, fault }: SequenceEnd): Promise<string> {
  const lines = [`Seed ${sequence.seed}: ${messagesOf(fault)}`, ...done.map((step) => `  - ${step}`)];
  const short = await shortenSequence(sequence);
  const end = await runSequence(short);
  lines.push(
    `Shorter, with ${short.stories} stories: ${messagesOf(end.fault)}`,
    ...end.done.map((step) => `  - ${step}`),
  );
  return [...lines, `npm run test:edits -- --sequences 1 --seed ${sequence.seed}`].join('\n');
}

/** What a fault says, and what those say that led to it. Eleventy has another name for them. */
function messagesOf(fault: (Error & { readonly originalError?: Error }) | undefined): string {
  if (!fault) return '';
  const cause = fault.originalError ?? fault.cause;
  return cause instanceof Error ? `${fault.message}: ${messagesOf(cause)}` : fault.message;
}

/** A sequence that meets a fault too, with as few steps and edits, and as small a newsroom, as are needed for it. */
async function shortenSequence(sequence: Sequence): Promise<Sequence> {
  for (const shorter of shorterOnes(sequence)) {
    const { fault } = await runSequence(shorter);
    if (fault) return shortenSequence(shorter);
  }
  return sequence;
}

function* shorterOnes(sequence: Sequence): Generator<Sequence> {
  const { steps, stories } = sequence;
  for (let index = 0; index < steps.length; index += 1) yield { ...sequence, steps: steps.toSpliced(index, 1) };
  for (const [index, step] of steps.entries()) {
    if (step.length < 2) continue;
    for (let at = 0; at < step.length; at += 1) {
      yield { ...sequence, steps: steps.with(index, step.toSpliced(at, 1)) };
    }
  }
  for (const fewer of [1, 3, 8]) if (fewer < stories) yield { ...sequence, stories: fewer };
}
