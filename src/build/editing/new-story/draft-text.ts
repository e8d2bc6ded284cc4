import type { Key } from '../../../newsroom/keys/described.ts';
import { keysOf } from '../../../newsroom/keys/describe-keys.ts';
import { printKey, printKeys } from '../../../newsroom/front-matter/print-value.ts';
import { BEGINNINGS, type StoryKind } from './story-kinds.ts';

/** What a story begins with. */
export interface StoryStart {
  readonly kind: StoryKind;
  /** On one line. */
  readonly headline: string;
  /** Ids and names; none where that is still to be written. */
  readonly contributors: readonly string[];
  /** As it is written: `2026-11-23 07:30`. */
  readonly date: string;
  readonly section: string | undefined;
}

/** The file of a draft: what is known, what is still to be written, and in comments what else can be, each key with what it is for and an example. */
export function draftText({ kind, headline, contributors, date, section }: StoryStart): string {
  const { keys, text, choices } = BEGINNINGS[kind];
  const given = {
    headline,
    contributors: contributors.length > 1 ? contributors : (contributors[0] ?? null),
    date,
    section,
    ...keys,
    draft: true,
  };
  return `---\n${printKeys(given)}\n${INVITATION}${choices.map(asComment).join('')}---\n\n${text(date)}`;
}

const INVITATION = '# What else can stand here: take the `#` and the space away from a line that you want.\n';

function asComment(name: string): string {
  const key = keyNamed(name);
  const { help, examples } = key;
  return [help, ...printKey(name, examples[0])].map((line) => `# ${line}\n`).join('');
}

function keyNamed(name: string): Key {
  const { value } = keysOf('story');
  const found = value.kind === 'group' ? value.keys.find((key) => key.name === name) : undefined;
  if (!found) throw new Error(`There is no key ${name} of stories`);
  return found;
}
