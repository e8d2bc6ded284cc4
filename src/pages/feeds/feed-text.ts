import type { Story } from '../../domain/related-story.ts';
import { asHtml, type Html } from '../../domain/html.ts';
import { withAbsoluteUrls } from '../../formats/absolute-urls.ts';
import { withoutFurniture } from '../../formats/without-furniture.ts';
import type { Imprint } from '../publication.ts';
import { printBody } from '../story-body.ts';
import type { StoryToFeed } from './feed-list.ts';
import { withoutPlayers } from './without-players.ts';

/** What a text of a page is read away from: the site, and its page as the rest of the world knows it. */
interface Away {
  readonly origin: string;
  readonly page: string;
}

/** Whether the text of a story is the same away from its page. A story is in many feeds. */
const isTheSame = new WeakMap<Story, boolean>();

/** The text of a story, as it is read away from its page. */
export function feedText(
  { story, references }: Pick<StoryToFeed, 'story' | 'references'>,
  away: Away,
  imprint: Imprint,
): Html {
  const html = imprint.textOf(story);
  if (references.length === 0 && isTheSame.get(story)) return html;
  const read = readAway(printBody({ html, references }, imprint.edition.site), away);
  isTheSame.set(story, read === html);
  return read;
}

/** HTML of a page for those who read it elsewhere: every address in it is whole, and nothing needs a script or a style. */
export function readAway(html: Html, away: Away): Html {
  return asHtml(withAbsoluteUrls(withoutFurniture(withoutPlayers(html)), away));
}
