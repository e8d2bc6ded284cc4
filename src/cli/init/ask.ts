import { createInterface, type Interface } from 'node:readline';
import { visible } from '../../diagnostics/wording.ts';
import type { Answers } from './answers.ts';
import { judge } from './judge.ts';
import type { Question } from './questions.ts';

/** Where somebody is asked and answers. */
export interface Streams {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** Whether somebody sits there who can be asked. */
export function isTerminal({ input, output }: Streams): boolean {
  return input.isTTY === true && output.isTTY === true;
}

/** Asks what is not known yet, and again what is answered wrong; nothing if whoever is asked ends it (Ctrl-C, Ctrl-D). */
export async function askFor(
  questions: readonly Question[],
  known: Partial<Answers>,
  streams: Streams,
): Promise<Answers | undefined> {
  const lines = createInterface({ ...streams, historySize: 0 });
  const answered = lines[Symbol.asyncIterator]();
  const next = async (): Promise<string | undefined> => {
    const { value, done } = await answered.next();
    return done ? undefined : oneLine(value);
  };
  const tell = (text: string): boolean => streams.output.write(`${visible(text)}\n`);
  tell('Enter takes what stands in brackets.');
  try {
    let answers = known;
    for (const question of questions.filter(({ key }) => known[key] === undefined)) {
      const answer = await askOne(question, answers, { lines, next, tell });
      if (answer === undefined) {
        streams.output.write('\n');
        return undefined;
      }
      answers = { ...answers, [question.key]: answer };
    }
    return answers as Answers;
  } finally {
    lines.close();
  }
}

interface Dialogue {
  readonly lines: Interface;
  readonly next: () => Promise<string | undefined>;
  readonly tell: (text: string) => void;
}

async function askOne(
  { key, label, suggest }: Question,
  answers: Partial<Answers>,
  { lines, next, tell }: Dialogue,
): Promise<string | undefined> {
  const suggestion = suggest(answers);
  lines.setPrompt(visible(`${label} (${suggestion}): `));
  for (;;) {
    lines.prompt();
    const written = await next();
    if (written === undefined) return undefined;
    const answer = written === '' ? suggestion : written;
    const { isGood, remarks } = judge({ ...answers, [key]: answer });
    for (const remark of remarks) tell(`  ${remark}`);
    if (isGood) return answer;
  }
}

/** A text without spaces around it, on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
