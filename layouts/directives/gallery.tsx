import type { VNode } from 'preact';
import { RawHtml } from '../parts/html.tsx';
import { asHtml } from '../../src/domain/html.ts';
import { SIZES } from '../parts/picture-sizes.ts';
import { type BoxData, BoxTitle } from './box.tsx';

/** Pictures side by side: `:::gallery`. Its text is a figure for each picture, see `picture.tsx`. */
export function Gallery({ title, text }: Pick<BoxData, 'title' | 'text'>): VNode {
  return (
    <section class="gallery">
      <BoxTitle title={title} />
      {'\n'}
      <RawHtml html={asHtml(inColumns(text))} />
    </section>
  );
}

const FIGURE = '<figure';

/** The figures of a gallery as wide as they are there: in two columns, but for the last one where their number is odd. */
function inColumns(text: string): string {
  const isOdd = text.split(FIGURE).length % 2 === 0;
  const last = isOdd ? text.lastIndexOf(FIGURE) : text.length;
  const inWidth = (part: string, sizes: string): string => part.replaceAll(SIZES.column, sizes);
  return inWidth(text.slice(0, last), SIZES.gallery) + inWidth(text.slice(last), SIZES.galleryAlone);
}
