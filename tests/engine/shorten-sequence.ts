import { runSequence, type Sequence } from './run-sequence.ts';

/** A sequence that meets a fault too, with as few steps and edits, and as small a newsroom, as are needed for it. */
export async function shortenSequence(sequence: Sequence): Promise<Sequence> {
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
