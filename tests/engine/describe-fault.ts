import { runSequence, type Sequence, type SequenceEnd } from './run-sequence.ts';
import { shortenSequence } from './shorten-sequence.ts';

/** What went wrong in a sequence, and the shortest way to it. */
export async function describeFault(sequence: Sequence, { done, fault }: SequenceEnd): Promise<string> {
  const lines = [`Seed ${sequence.seed}: ${fault?.message}`, ...done.map((step) => `  - ${step}`)];
  const short = await shortenSequence(sequence);
  const end = await runSequence(short);
  lines.push(`Shorter, with ${short.stories} stories: ${end.fault?.message}`, ...end.done.map((step) => `  - ${step}`));
  return [...lines, `npm run test:edits -- --sequences 1 --seed ${sequence.seed}`].join('\n');
}
