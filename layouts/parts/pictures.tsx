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

/** A picture beside the words that say it all, such as that of a card: a decoration, cropped around its subject. */
export function CroppedPicture({ picture, class: name, isLead = false }: CroppedPictureProps): VNode {
  return (
    <img
      class={[name, picture.focus].filter(Boolean).join(' ') || undefined}
      src={picture.src}
      alt=""
      width={picture.width}
      height={picture.height}
      loading={isLead ? undefined : 'lazy'}
      fetchpriority={isLead ? 'high' : undefined}
    />
  );
}

interface CroppedPictureProps {
  readonly picture: Pick<PrintedPicture, 'src' | 'width' | 'height' | 'focus'>;
  readonly class?: string;
  /** Whether it is the first picture of its page, which is loaded at once. */
  readonly isLead?: boolean;
}
