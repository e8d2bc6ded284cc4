import type { FeedPicture } from './feed.ts';
import { attributeList, element, lines } from '../xml.ts';

export const MEDIA_NAMESPACE = 'xmlns:media="http://search.yahoo.com/mrss/"';

/** The picture of a story by the Media RSS specification 1.5.1, which Atom feeds use too; nothing where there is none. */
export function printMedia(picture: FeedPicture | undefined): string {
  if (!picture) return '';
  const { url, type, width, height, credit, description } = picture;
  return lines(
    `<media:content${attributeList({ url, type, medium: 'image', width, height })}>`,
    element('media:credit', credit),
    element('media:description', description),
    '</media:content>',
  );
}
