import type { VNode } from 'preact';
import type { PrintedFiles } from '../../src/domain/media/printed-picture.ts';

/**
 * A picture of which browsers choose the file: by format, and by the width that it has on the page. Width and height give its ratio, so that
 * nothing shifts when it arrives. A class stands on the outer element.
 */
export function Responsive({ files, alt, sizes, class: name, isFirst = false }: ResponsiveProps): VNode {
  const { src, width, height, offers } = files;
  const isAlone = offers.length === 0;
  const image = (
    <img
      class={isAlone ? name : undefined}
      src={src}
      alt={alt}
      width={width}
      height={height}
      loading={isFirst ? 'eager' : 'lazy'}
      fetchpriority={isFirst ? 'high' : undefined}
      decoding={isFirst ? undefined : 'async'}
    />
  );
  if (isAlone) return image;
  return (
    <picture class={name}>
      {offers.map(({ type, srcset }) => (
        <source type={type} srcset={srcset} sizes={sizes} />
      ))}
      {image}
    </picture>
  );
}

/** A picture that leads to its file, where that is published. Without words of its own it would be a link without a name. */
export function LinkToOriginal({ original, alt, children }: LinkToOriginalProps): VNode {
  return original === undefined || alt === '' ? children : <a href={original}>{children}</a>;
}

interface LinkToOriginalProps {
  readonly original?: string | undefined;
  readonly alt: string;
  readonly children: VNode;
}

interface ResponsiveProps {
  readonly files: PrintedFiles;
  readonly alt: string;
  /** How wide it is, see `picture-sizes.ts`. */
  readonly sizes: string;
  readonly class?: string | undefined;
  /** Whether it is the first picture of its page, which is loaded at once. */
  readonly isFirst?: boolean;
}
