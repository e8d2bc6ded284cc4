import { StoryCard, type StoryCardData } from '../../../layouts/directives/story-card.tsx';
import type { Html } from '../../domain/html.ts';
import { needlesFor } from '../../domain/content/source.ts';
import { printLayout } from '../print-layout.ts';
import type { Directive } from './directive.ts';
import { slotFor } from '../slots.ts';

/** A card that leads to another story: `::story{slug=harbour-bridge-closes}`. */
export const story: Directive = {
  name: 'story',
  form: 'line',
  attributes: { slug: 'required' },
  print: ({ attributes, lines, environment }) => {
    const target = attributes.get('slug') ?? '';
    const needles = needlesFor([target], ['slug=', 'slug="', "slug='", '']);
    environment.leads.push({ kind: 'story', target, place: { lines, needles, nth: 0 } });
    return `${slotFor('open', environment.leads.length - 1)}\n`;
  },
};

/** Prints the card, once it is known where the story is and what it is called now. */
export function printStoryCard(card: StoryCardData): Html {
  return printLayout(StoryCard, card);
}
