import type { VNode } from 'preact';
import type { Html } from '../../src/domain/html.ts';
import { Raw, RawHtml } from '../parts/html.tsx';

/** A dated piece of a live blog: `:::update`. */
export interface UpdateData {
  /** Nothing where it cannot be published. */
  readonly dated:
    | { readonly id: string; readonly iso: string; readonly day: string; readonly clock: string }
    | undefined;
  readonly title: Html | undefined;
  /** “By Ana Ruiz”. */
  readonly byline: string | undefined;
  readonly isPinned: boolean;
  readonly text: Html;
}

/**
 * Others know these classes: the script of live blogs finds posts by theirs (`layouts/scripts/live-blog.js`), and what
 * search engines are told of a post has its time, its title and its author apart from its text
 * (`src/formats/structured-data/live-blog.ts`). What readers see stands beside `time`, not within it: programs that take stories out of
 * pages drop that element with its text.
 */
export function Update({ dated, title, byline, isPinned, text }: UpdateData): VNode {
  return (
    <section class={isPinned ? 'update pinned' : 'update'} id={dated?.id}>
      {'\n'}
      {dated !== undefined && (
        <>
          <p class="update-time">
            <time datetime={dated.iso} />
            <a href={`#${dated.id}`}>
              {dated.day !== '' && <span class="update-day">{dated.day}</span>}
              {dated.clock}
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
      {byline !== undefined && (
        <>
          <p class="update-by">{byline}</p>
          {'\n'}
        </>
      )}
      <RawHtml html={text} />
    </section>
  );
}
