/** Something that may be chosen, by what is written for it or by what it is called. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** What a text that somebody writes stands for: the one that it names, or else all that have each of its words in them. */
export function searchOptions(written: string, options: readonly Option[]): readonly Option[] {
  const wanted = folded(written);
  const named = options.filter(({ value, label }) => folded(value) === wanted || folded(label) === wanted);
  if (named.length > 0) return named;
  const words = wanted.split(' ').filter((word) => word !== '');
  return options.filter(({ value, label }) => {
    const text = folded(`${label} ${value}`);
    return words.every((word) => text.includes(word));
  });
}

/** A text for comparing: without accents and capitals, so that `garcia` finds García. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
