import { settings } from './page.js';

/** Prints so many stories, in the form that the language has for that number. */
export function printCount(count) {
  const { language, forms } = settings.stories;
  const form = forms[new Intl.PluralRules(language).select(count)] || forms.other;
  return form.replace('{count}', printNumber(count));
}

/** Prints a number in the language of the page. */
export function printNumber(value) {
  return new Intl.NumberFormat(settings.language).format(value);
}

/** Prints a day (`2026-11-23`) in the language of the page. */
export function printDay(day) {
  const format = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(settings.language, format).format(new Date(day + 'T00:00:00Z'));
}

/** Prints texts one after the other, as the language of the page does. */
export function printList(texts) {
  if (!Intl.ListFormat) return texts.join(', ');
  return new Intl.ListFormat(settings.language, { type: 'unit', style: 'short' }).format(texts);
}
