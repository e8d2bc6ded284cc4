import type { VNode } from 'preact';
import type { PrintedLive } from '../../src/pages/live-blog.ts';
import { RawHtml } from './html.tsx';
import { TimeInWords } from './text.tsx';

/**
 * What stands between the beginning of a live blog and its posts, and the posts. The buttons are there once the script
 * can make them work. Reader modes leave out parts whose class says `header`.
 */
export function LiveBlog({ live, language }: { readonly live: PrintedLive; readonly language: string }): VNode {
  const { ended, begins, reload, order, poll, script, posts, after } = live;
  return (
    <>
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
      <div class="header-live live-order" hidden>
        <button type="button" aria-pressed="true">
          {order.newest}
        </button>{' '}
        <button type="button" aria-pressed="false">
          {order.oldest}
        </button>
      </div>
      <RawHtml html={posts} />
      <RawHtml html={after} />
      <script src={script} defer />
    </>
  );
}
