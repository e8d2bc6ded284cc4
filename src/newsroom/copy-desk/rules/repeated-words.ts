import { quote } from '../../../diagnostics/wording.ts';
import type { CopyRule } from '../passages.ts';

/**
 * Words that are never right twice in a row, by language. Those that may be are left out: “that that”, “had had”, «nous nous», „die die“.
 */
const NEVER_TWICE: Readonly<Record<string, string>> = {
  en: 'the a an and of to for with by from at or but if as it its this these they we he she his their our my your be been have has will would can could should must may might not than then when while who which what into onto about between under because i you me us them there here',
  de: 'und oder aber von vom zu zum zur mit bei beim nach aus ein eine einen einem einer eines den dem des im am ist sind hat haben wird wurde nicht auch auf für durch gegen ohne um über unter zwischen weil dass wenn als wie er es wir ich',
  fr: 'le la les un une des du de et ou à au aux en dans par pour sur avec sans sous est sont a ont il elle ils elles je tu ce cet cette ces son sa ses leur leurs mais donc car ne',
  es: 'el la los las un una unos unas y o u de del al en con por para sin sobre entre es son ha han que se su sus lo como pero',
  pt: 'o a os as um uma uns umas e de do da dos das em no na nos nas ao aos com por para sem sobre entre é são foi que se seu sua seus suas',
  it: 'il lo la i gli le un uno una e o di del della dei delle in nel nella con per da dal su sul non è sono ha che si suo sua',
  nl: 'de het een en of van voor met bij naar uit op in om te door over is zijn niet ook als maar',
};

const words = new Map<string, ReadonlySet<string>>();

function neverTwice(language: string): ReadonlySet<string> {
  const base = language.split('-', 1)[0] ?? '';
  const known = words.get(base) ?? new Set((Object.hasOwn(NEVER_TWICE, base) ? NEVER_TWICE[base] : '')?.split(' '));
  words.set(base, known);
  return known;
}

const WORD = /[\p{L}\p{M}\p{N}'’]+/gu;
const LONGEST = 20;

/** A word that stands twice in a row: “the the”. */
export const findRepeated: CopyRule = function* ({ passages, language }) {
  const never = neverTwice(language);
  if (never.size === 0) return;
  for (const passage of passages) {
    let last: { readonly text: string; readonly end: number } | undefined;
    for (const { 0: written, index } of passage.text.matchAll(WORD)) {
      const before = last;
      last = { text: written, end: index + written.length };
      if (!before || written.length > LONGEST || written.toLowerCase() !== before.text.toLowerCase()) continue;
      if (!never.has(written.toLowerCase()) || !/^\s+$/u.test(passage.text.slice(before.end, index))) continue;
      // A capital within a sentence is that of a letter or a name: “vitamin A a day”.
      if (written !== written.toLowerCase() || (written.length === 1 && before.text !== written)) continue;
      yield {
        code: 'word-repeated',
        message: `Unexpected second ${quote(written)}, expected the word once`,
        hint: 'take one of the two away',
        at: { passage, index, length: written.length },
      };
    }
  }
};
