import { find, settings } from './page.js';
import { printNumber } from './print.js';

/** What stories can be narrowed by, beside their days. */
export const CHOICES = ['section', 'contributor', 'topic'];

/** The days that the reader wants stories of, as texts that others can be compared with. */
export function days() {
  const value = (name) => find('input[name="' + name + '"]').value;
  return { from: value('from') || '0', until: value('until') || '9' };
}

/** What the reader has chosen of a list, if anything. */
export function chosen(name) {
  return find('select[name="' + name + '"]').value;
}

/** Chooses what was asked for, though nothing that was found so far has it; of orders there are no others. */
export function choose(select, value) {
  const isOffered = [...select.options].some((option) => option.value === value);
  if (!isOffered && CHOICES.includes(select.name)) select.append(new Option(value, value));
  select.value = isOffered || CHOICES.includes(select.name) ? value : '';
}

/** Those of the stories that the reader narrows them to; all of a choice, where one is to be left out. */
export function matching({ found }, but) {
  const { from, until } = days();
  return found.filter(
    (story) =>
      isWithin(story, from, until) &&
      CHOICES.every((name) => name === but || !chosen(name) || valuesOf(story, name).includes(chosen(name)))
  );
}

function isWithin({ time: [iso] }, from, until) {
  const day = iso.slice(0, 10);
  return day >= from && day <= until;
}

function valuesOf(story, name) {
  if (name === 'section') return story.section ? [story.section] : [];
  return (name === 'topic' ? story.topics : story.names) || [];
}

/** Offers what the stories that were found have, with how many. */
export function offer(name, stories) {
  const counts = new Map();
  for (const story of stories) {
    for (const value of valuesOf(story, name)) counts.set(value, (counts.get(value) || 0) + 1);
  }
  const select = find('select[name="' + name + '"]');
  const { value } = select;
  if (value && !counts.has(value)) counts.set(value, 0);
  const sorted = [...counts].sort(([one], [other]) => one.localeCompare(other, settings.language));
  const options = sorted.map(([text, count]) => new Option(text + ' (' + printNumber(count) + ')', text));
  while (select.options.length > 1) select.remove(1);
  select.append(...options);
  select.value = value;
}
