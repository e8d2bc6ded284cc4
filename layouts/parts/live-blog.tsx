import type { VNode } from 'preact';
import type { PrintedLive } from '../../src/pages/live-blog.ts';
import { Raw, RawHtml } from './html.tsx';
import { TimeInWords } from './text.tsx';

/**
 * What stands between the beginning of a live blog and its posts, and the posts. The buttons are there once the script
 * can make them work. Reader modes leave out parts whose class says `header`.
 */
export function LiveBlog({ live, language }: { readonly live: PrintedLive; readonly language: string }): VNode {
  const { ended, begins, reload, order, poll, script, keyPoints, posts, after } = live;
  return (
    <>
      <KeyPoints {...keyPoints} />
      <div class="header-live">
        {ended !== undefined && <strong>{ended}</strong>}
        {begins !== undefined && (
          <strong>
            <TimeInWords time={begins} />
          </strong>
        )}{' '}
        {reload !== undefined && <a href={reload.href}>{reload.label}</a>}
      </div>
      {poll !== undefined && (
        <div
          class="header-live live-news"
          role="status"
          lang={language}
          data-updates={poll.href}
          data-forms={poll.forms}
          data-reload={reload?.label}
        />
      )}
      {order !== undefined && (
        <div class="header-live live-order" hidden>
          <button type="button" aria-pressed="true">
            {order.newest}
          </button>{' '}
          <button type="button" aria-pressed="false">
            {order.oldest}
          </button>
        </div>
      )}
      <RawHtml html={posts} />
      <RawHtml html={after} />
      <script src={script} defer />
    </>
  );
}

/** The way to the posts that matter most. They repeat what stands below, so that reader modes leave them out. */
function KeyPoints({ title, points }: PrintedLive['keyPoints']): VNode | null {
  if (points.length === 0) return null;
  return (
    <section class="header-key-points" aria-label={title}>
      <h2 class="list-title">{title}</h2>
      <ul>
        {points.map((point) => (
          <li>
            <Raw as="a" href={point.href} html={point.title} /> <time dateTime={point.time.iso}>{point.time.text}</time>
          </li>
        ))}
      </ul>
    </section>
  );
}
