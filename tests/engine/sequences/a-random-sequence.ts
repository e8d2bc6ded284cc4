import { Random } from '../../bench/corpus.ts';
import { DISK_EDITS } from '../edits/disk-edits.ts';
import { LANGUAGE_EDITS } from '../edits/language-edits.ts';
import { FORM_EDITS } from '../edits/form-edits.ts';
import { NEWSROOM_EDITS } from '../edits/newsroom-edits.ts';
import type { Sequence, Step } from './run-sequence.ts';
import { ROOT_EDITS } from '../edits/root-edits.ts';
import { STORY_EDITS } from '../edits/story-edits.ts';

const GROUPS = [STORY_EDITS, FORM_EDITS, NEWSROOM_EDITS, LANGUAGE_EDITS, ROOT_EDITS, DISK_EDITS].map((edits) =>
  Object.keys(edits),
);

/** A sequence of edits that follows from its seed. Some are of newsrooms so large that lists have archives, and threads work. */
export function aRandomSequence(seed: number): Sequence {
  const random = new Random(seed);
  const steps = Array.from({ length: 3 + random.below(4) }, (): Step => {
    const count = random.pick([1, 1, 1, 2, 3]);
    return Array.from({ length: count }, () => ({
      edit: random.pick(random.pick(GROUPS)),
      seed: random.below(2 ** 31),
    }));
  });
  if (seed % 50 === 0) return { seed, stories: 160, jobs: 2, steps: steps.slice(0, 3) };
  if (seed % 50 === 25) return { seed, stories: 110, jobs: 1, steps: steps.slice(0, 3) };
  return { seed, stories: random.pick([3, 8, 8, 15, 15, 25, 40]), jobs: 1, steps };
}
