import * as z from 'zod';
import { CARD_WEIGHTS } from '../domain/curated-front.ts';
import { date, listOf, mapOf, oneOf, text } from './shape.ts';

const card = z.union([text, mapOf({ story: text, weight: oneOf(CARD_WEIGHTS).optional() }, '`{ story, weight }`')], {
  error: 'the slug of a story, or `{ story, weight }`',
});
const cards = listOf(card, 'a list of stories');

/** A file of `content/fronts/`. */
export const frontSchema = mapOf(
  {
    lead: card.optional(),
    stories: cards.optional(),
    groups: listOf(
      mapOf(
        { title: text.optional(), section: text.optional(), topic: text.optional(), stories: cards.optional() },
        '`{ title, section or topic, stories }`',
      ),
      'a list of `{ title, section or topic, stories }`',
    ).optional(),
    breaking: mapOf(
      { text: text.optional(), url: text.optional(), story: text.optional(), until: date },
      '`{ text, url or story, until }`',
    ).optional(),
  },
  'keys and values, such as `lead: …`',
);
export type FrontValues = z.infer<typeof frontSchema>;
