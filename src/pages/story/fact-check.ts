import type { FactCheck, Rating } from '../../domain/story/article.ts';
import type { Html } from '../../domain/html.ts';
import type { Site } from '../../domain/site/site.ts';
import { type PrintedTime, printTime } from '../../time/print-time.ts';
import { type Words, wordsIn } from '../../words/words.ts';
import type { Link } from '../site/link.ts';

/** What a story found of a claim, as it prints it. */
export interface PrintedFactCheck {
  readonly title: string;
  readonly claim: { readonly label: string; readonly text: Html };
  readonly claimant: { readonly label: string; readonly name: string };
  readonly date: { readonly label: string; readonly time: PrintedTime };
  readonly source: { readonly label: string; readonly link: Link } | undefined;
  readonly rating: { readonly label: string; readonly name: string; readonly scale: string | undefined };
}

/** Prints what a story found of a claim, in the words of its language. */
export function printFactCheck(
  { claim, claimant, date, rating, url }: FactCheck,
  { site, language }: { readonly site: Site; readonly language: string },
): PrintedFactCheck {
  const words = wordsIn(language, site.words);
  return {
    title: words('factCheck'),
    claim: { label: words('claim'), text: claim.html },
    claimant: { label: words('claimant'), name: claimant.name },
    date: { label: words('claimDate'), time: printTime(date, language, site.timeZone) },
    source: url === undefined ? undefined : { label: words('claimSource'), link: { label: hostOf(url), href: url } },
    rating: { label: words('rating'), name: rating.name, scale: printScale(rating, language, words) },
  };
}

/** The site that an address is on, as readers know it: `example.com`. */
function hostOf(url: string): string {
  return new URL(url).host.replace(/^www\./, '');
}

function printScale({ scale }: Rating, language: string, words: Words): string | undefined {
  if (!scale) return undefined;
  const numbers = new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 20 });
  const [value, worst, best] = [scale.value, scale.worst, scale.best].map((number) => numbers.format(number));
  return words('ratingScale', { value: value ?? '', worst: worst ?? '', best: best ?? '' });
}
