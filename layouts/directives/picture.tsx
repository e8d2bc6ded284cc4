import type { VNode } from 'preact';
import type { PrintedFiles } from '../../src/domain/media/printed-picture.ts';
import { SIZES } from '../parts/picture-sizes.ts';
import { fillsPage } from '../parts/pictures.tsx';
import { LinkToOriginal, Responsive } from '../parts/responsive.tsx';
import { type FigureWords, WordsBelow } from './figure-words.tsx';

/** A picture in a text: `![alt](photo.jpg)`. */
export interface PictureData extends PrintedFiles {
  readonly alt: string;
}

export function Picture({ alt, ...files }: PictureData): VNode {
  return <Responsive files={files} alt={alt} sizes={SIZES.column} />;
}

/** A figure as wide as the page lets it be, or as the window. */
export type Reach = 'wide' | 'full';

/** A picture that stands alone in a paragraph: `![alt](photo.jpg "Caption"){credit="Name / Agency"}`. */
export interface FigureData extends PictureData, FigureWords {
  /** Nothing of one that is as wide as the text. */
  readonly reach: Reach | undefined;
  /** Whether it opens larger, such as a map or a document: see `layouts/scripts/picture-viewer.js`. */
  readonly isZoomable: boolean;
}

export function Figure({ caption, credit, reach, isZoomable, alt, original, ...files }: FigureData): VNode {
  // One that has not the pixels for that stays in the column.
  const reached = fillsPage(files) ? reach : undefined;
  const classes = [reached, isZoomable && 'zoom'].filter(Boolean).join(' ') || undefined;
  return (
    <figure class={classes}>
      <LinkToOriginal original={original} alt={alt}>
        <Responsive files={files} alt={alt} sizes={SIZES[reached ?? 'column']} />
      </LinkToOriginal>
      {(caption !== undefined || credit !== undefined) && (
        <figcaption>
          <WordsBelow caption={caption} credit={credit} />
        </figcaption>
      )}
    </figure>
  );
}
