import type { Html } from '../../domain/html.ts';
import { href, type Site } from '../../domain/site/site.ts';
import { wordsIn } from '../../words/words.ts';
import type { Assets } from '../surroundings.ts';

/** What has pictures of a page open larger: the addresses of its files, and its words. */
export interface PrintedViewer {
  readonly script: string;
  readonly stylesheet: string;
  /** In JSON, by the names that the script knows: `place` has `{number}` and `{count}`. */
  readonly words: string;
}

/** What is around pictures that open larger: `layouts/directives/gallery.tsx` and `picture.tsx`. In a text, quotes are written otherwise. */
const OPENS = /<(?:section class="gallery"|figure class="(?:\w+ )?zoom")/;

/** What a page needs for the pictures of its texts, if one of them opens. */
export function printViewer(
  texts: readonly Html[],
  { site, language, viewer }: { readonly site: Site; readonly language: string } & Pick<Assets, 'viewer'>,
): PrintedViewer | undefined {
  if (!texts.some((text) => OPENS.test(text))) return undefined;
  const words = wordsIn(language, site.words);
  return {
    script: href(site, viewer.script),
    stylesheet: href(site, viewer.stylesheet),
    words: JSON.stringify({
      open: words('pictureOpen'),
      close: words('pictureClose'),
      zoom: words('pictureZoom'),
      previous: words('picturePrevious'),
      next: words('pictureNext'),
      place: words('picturePlace'),
    }),
  };
}
