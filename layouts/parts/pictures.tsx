import type { VNode } from 'preact';
import type { PrintedPicture } from '../../src/pages/story/card.ts';
import type { PrintedViewer } from '../../src/pages/story/picture-viewer.ts';
import type { PrintedFiles } from '../../src/domain/media/printed-picture.ts';
import { Raw } from './html.tsx';
import { SIZES } from './picture-sizes.ts';
import { LinkToOriginal, Responsive } from './responsive.tsx';

/** The picture at the head of a story, with caption and credit. */
export function LeadPicture({ picture, sizes }: LeadPictureProps): VNode {
  const { caption, credit, licence } = picture;
  const shape = shapeOf(picture);
  const ownSizes = shape === 'narrow' || shape?.endsWith('upright') ? SIZES.leadOfColumn : SIZES.lead;
  return (
    <figure class={['lead-picture', shape, picture.focus].filter(Boolean).join(' ')}>
      <LinkToOriginal {...picture}>
        <Responsive files={picture} alt={picture.alt} sizes={sizes ?? ownSizes} isFirst />
      </LinkToOriginal>
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

/** Widths in CSS pixels up to which a picture fills no phone, no desk, and no page from margin to margin. */
const WIDTHS = { narrow: 400, small: 900, medium: 1200 };

/**
 * What the stylesheet has to know of a picture that is never enlarged, and never higher than the window: that it is too narrow for the glass of a phone, for
 * a desk, or for the width of a page; or upright.
 */
function shapeOf(files: PrintedFiles): string | undefined {
  const { width = 0, height = 0, widest = width } = files;
  if (width === 0 || height === 0) return undefined;
  if (widest < WIDTHS.narrow || height > width * 1.8) return 'narrow';
  const size = widest < WIDTHS.small ? 'small' : !fillsPage(files) && 'medium';
  return [size, height > width && 'upright'].filter(Boolean).join(' ');
}

/** Whether a picture has pixels for the whole width of a page; a drawing has as many as are asked for. */
export function fillsPage({ src, widest = 0 }: Pick<PrintedFiles, 'src' | 'widest'>): boolean {
  return src.endsWith('.svg') || widest >= WIDTHS.medium;
}

interface LeadPictureProps {
  readonly picture: PrintedPicture;
  readonly sizes?: string;
}

/** A picture beside the words that say it all, such as that of a card: a decoration, cropped around its subject. */
export function CroppedPicture({ picture, class: name, sizes, isLead = false }: CroppedPictureProps): VNode {
  const classes = [name, picture.focus].filter(Boolean).join(' ') || undefined;
  return <Responsive class={classes} files={picture} alt="" sizes={sizes} isFirst={isLead} />;
}

interface CroppedPictureProps {
  readonly picture: PrintedFiles & Pick<PrintedPicture, 'focus'>;
  readonly class?: string;
  /** How wide it is, see `picture-sizes.ts`. */
  readonly sizes: string;
  /** Whether it is the first picture of its page, which is loaded at once. */
  readonly isLead?: boolean;
}

/** What has the pictures of a page open larger, where browsers can do that. Without it they are a list of figures. */
export function PictureViewer({ viewer }: { readonly viewer: PrintedViewer | undefined }): VNode | null {
  if (!viewer) return null;
  return <script src={viewer.script} data-stylesheet={viewer.stylesheet} data-words={viewer.words} defer />;
}
