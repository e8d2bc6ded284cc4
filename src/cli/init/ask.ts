import { Dialogue, type Streams } from '../output/dialogue.ts';
import type { Answers } from './answers.ts';
import { judge } from './judge.ts';
import type { Question } from './questions.ts';

/** Asks what is not known yet, and again what is answered wrong; nothing if whoever is asked ends it (Ctrl-C, Ctrl-D). */
export async function askFor(
  questions: readonly Question[],
  known: Partial<Answers>,
  streams: Streams,
): Promise<Answers | undefined> {
  const dialogue = new Dialogue(streams);
  dialogue.tell('Enter takes what stands in brackets.');
  try {
    let answers = known;
    for (const question of questions.filter(({ key }) => known[key] === undefined)) {
      const answer = await askOne(question, answers, dialogue);
      if (answer === undefined) return undefined;
      answers = { ...answers, [question.key]: answer };
    }
    return answers as Answers;
  } finally {
    dialogue.close();
  }
}

async function askOne(
  { key, label, suggest }: Question,
  answers: Partial<Answers>,
  dialogue: Dialogue,
): Promise<string | undefined> {
  const suggestion = suggest(answers);
  for (;;) {
    const written = await dialogue.ask(`${label} (${suggestion}): `);
    if (written === undefined) return undefined;
    const answer = written === '' ? suggestion : written;
    const { isGood, remarks } = judge({ ...answers, [key]: answer });
    for (const remark of remarks) dialogue.tell(`  ${remark}`);
    if (isGood) return answer;
  }
}
