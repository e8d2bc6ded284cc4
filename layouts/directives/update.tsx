import type { VNode } from 'preact';
import type { Html } from '../../src/domain/html.ts';
import { Raw, RawHtml } from '../parts/html.tsx';

/** A dated piece of a live blog: `:::update`. */
export interface UpdateData {
  /** Nothing where it cannot be published. */
  readonly dated: { readonly id: string; readonly iso: string; readonly time: string } | undefined;
  readonly title: Html | undefined;
  readonly text: Html;
}

/**
 * Others know these classes: the script of live blogs finds posts by theirs (`layouts/scripts/live-blog.js`), and what
 * search engines are told of a post has its time and its title apart from its text
 * (`src/formats/structured-data/live-blog.ts`).
 */
export function Update({ dated, title, text }: UpdateData): VNode {
  return (
    <section class="update" id={dated?.id}>
      {'\n'}
      {dated !== undefined && (
        <>
          <p class="update-time">
            <a href={`#${dated.id}`}>
              <time datetime={dated.iso}>{dated.time}</time>
            </a>
          </p>
          {'\n'}
        </>
      )}
      {title !== undefined && (
        <>
          <Raw as="h2" class="update-title" html={title} />
          {'\n'}
        </>
      )}
      <RawHtml html={text} />
    </section>
  );
}
