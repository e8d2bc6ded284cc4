import { StoryCard, type StoryCardData } from '../../../layouts/directives/story-card.tsx';
import type { Html } from '../../domain/html.ts';
import { needlesFor } from '../../domain/content/source.ts';
import { printLayout } from '../print-layout.ts';
import type { NotedDirective } from './directive.ts';
import { slotFor } from '../slots.ts';

/** A card that leads to another story: `::story{slug=harbour-bridge-closes}`. */
export const story: NotedDirective = {
  name: 'story',
  label: 'Card of a story',
  form: 'line',
  help: 'A card that leads to another story.',
  attributes: {
    slug: {
      isRequired: true,
      label: 'Story',
      help: 'The story, by its slug or the path of its file.',
      example: 'harbour-bridge-closes',
      choices: { from: 'stories', isClosed: true },
    },
  },
  more: 'blocks',
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
