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
      <RawHtml html={asHtml(text.replaceAll(SIZES.column, SIZES.gallery))} />
    </section>
  );
}
