/**
 * Something that may be chosen, by what is written for it or by what it is called.
 *
 * @typedef {{ readonly value: string, readonly label: string }} Option
 */

/**
 * What a text that somebody writes stands for: the one that it names, or else all that have each of its words in them. The command line asks by
 * this too.
 *
 * @param {string} written
 * @param {readonly Option[]} options
 * @returns {readonly Option[]}
 */
export function searchOptions(written, options) {
  const wanted = folded(written);
  const named = options.filter(({ value, label }) => folded(value) === wanted || folded(label) === wanted);
  if (named.length > 0) return named;
  const words = wanted.split(/\s+/).filter((word) => word !== '');
  return options.filter(({ value, label }) => {
    const text = folded(`${label} ${value}`);
    return words.every((word) => text.includes(word));
  });
}

/**
 * What may be chosen of people; those who have one name are told apart by their ids.
 *
 * @param {readonly { readonly id: string, readonly name: string }[]} people
 * @returns {readonly Option[]}
 */
export function peopleOptions(people) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { name } of people) counts.set(folded(name), (counts.get(folded(name)) ?? 0) + 1);
  return people.map(({ id, name }) => ({
    value: id,
    label: (counts.get(folded(name)) ?? 0) > 1 ? `${name} (${id})` : name,
  }));
}

/** A text for comparing: without accents and capitals, so that `garcia` finds García. @param {string} text */
function folded(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
