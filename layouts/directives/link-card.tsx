import type { VNode } from 'preact';
import type { Html } from '../../src/domain/html.ts';
import { RawHtml } from '../parts/html.tsx';
import type { PrintedFiles } from '../../src/domain/media/printed-picture.ts';
import { Responsive } from '../parts/responsive.tsx';
import { SIZES } from '../parts/picture-sizes.ts';

/** A card that leads to something on another site: `::embed`, and recordings that lie elsewhere. */
export interface LinkCardData {
  readonly url: string;
  /** The site, as readers know it: `example.com`. */
  readonly host: string;
  readonly title: Html | undefined;
  readonly picture: PrintedFiles | undefined;
  /** What search engines are told of links that were paid for: `sponsored`. */
  readonly rel: string | undefined;
}

/** A reader sees what it is and where it lies, and nothing is loaded from there. */
export function LinkCard({ url, host, title, picture, rel }: LinkCardData): VNode {
  return (
    <p class="link-card">
      <a href={url} rel={rel}>
        {picture !== undefined && <Responsive files={picture} alt="" sizes={SIZES.column} />}
        {title === undefined ? host : <RawHtml html={title} />}
      </a>{' '}
      <span class="link-host">{host}</span>
    </p>
  );
}
