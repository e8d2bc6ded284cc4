import type { Site } from '../../domain/site/site.ts';
import type { Story } from '../../domain/story/story.ts';
import { printShort, type ShortForm, shortFormOn } from '../../time/short-time.ts';
import type { Headline } from '../story/card.ts';

/** A story in a list with its time in another short form than that of most lists, which say the day and its year. */
export function inForm<Item extends Headline>(form: ShortForm, { article }: Story, item: Item, site: Site): Item {
  const { language, date } = article;
  const short = printShort(date, form, { language, timeZone: site.timeZone });
  return short === item.time.short ? item : { ...item, time: { ...item.time, short } };
}

/** A story on a front, with its time as readers of a day (`2026-11-29`) understand it at a glance. */
export function asOn<Item extends Headline>(today: string, story: Story, item: Item, site: Site): Item {
  return inForm(shortFormOn(today, story.article.date, site.timeZone), story, item, site);
}
