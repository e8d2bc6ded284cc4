import type { VNode } from 'preact';
import type { PrintedPicture } from '../../src/pages/story/card.ts';
import { Raw } from './html.tsx';

/** The picture at the head of a story, with caption and credit. */
export function LeadPicture({ picture }: { readonly picture: PrintedPicture }): VNode {
  const { caption, credit, licence } = picture;
  return (
    <figure class="lead-picture">
      <img src={picture.src} alt={picture.alt} width={picture.width} height={picture.height} fetchpriority="high" />
      {(caption !== undefined || credit !== undefined) && (
        <figcaption class="header-caption">
          {caption !== undefined && <Raw as="span" class="caption" html={caption} />}
          {caption !== undefined && credit !== undefined && ' '}
          {credit !== undefined && (
            <span class="credit" dir="auto">
              {licence === undefined ? (
                credit
              ) : (
                <a rel="license" href={licence}>
                  {credit}
                </a>
              )}
            </span>
          )}
        </figcaption>
      )}
    </figure>
  );
}

/** A picture on a card: a decoration beside the headline that says it all. */
export function CardPicture({
  picture,
  isLead,
}: {
  readonly picture: PrintedPicture;
  readonly isLead: boolean;
}): VNode {
  return (
    <img
      class="card-picture"
      src={picture.src}
      alt=""
      width={picture.width}
      height={picture.height}
      loading={isLead ? undefined : 'lazy'}
      fetchpriority={isLead ? 'high' : undefined}
      style={picture.position === undefined ? undefined : `object-position:${picture.position}`}
    />
  );
}
