import type { VNode } from 'preact';
import type { Html } from '../../src/domain/html.ts';
import { Raw } from '../parts/html.tsx';

/** A picture in a text: `![alt](photo.jpg)`. */
export interface PictureData {
  readonly src: string;
  readonly alt: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** Width and height are the file's own, so that nothing shifts when it arrives. */
export function Picture({ src, alt, width, height }: PictureData): VNode {
  return <img src={src} alt={alt} width={width} height={height} loading="lazy" decoding="async" />;
}

/** A picture that stands alone in a paragraph: `![alt](photo.jpg "Caption"){credit="Name / Agency"}`. */
export interface FigureData extends PictureData {
  readonly caption: Html | undefined;
  readonly credit: string | undefined;
}

export function Figure({ caption, credit, ...picture }: FigureData): VNode {
  return (
    <figure>
      <Picture {...picture} />
      {(caption !== undefined || credit !== undefined) && (
        <figcaption>
          {caption !== undefined && <Raw as="span" class="caption" html={caption} />}
          {caption !== undefined && credit !== undefined && ' '}
          {credit !== undefined && <span class="credit">{credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
