import type { VNode } from 'preact';
import type { NoticeKind } from '../../src/domain/corrections/notice.ts';
import type { Html } from '../../src/domain/html.ts';
import { Raw, RawHtml } from '../parts/html.tsx';

/** A correction or an update, ready for readers. Wherever one is printed, it is by a layout of this file. */
export interface NoticeData {
  readonly kind: NoticeKind;
  /** What links lead to; like the time, nothing where a date cannot be read. */
  readonly id: string | undefined;
  /** “Correction”. */
  readonly title: string;
  readonly time: { readonly iso: string; readonly text: string } | undefined;
  readonly text: Html;
}

/** Below a story: one paragraph. */
export function Notice(notice: NoticeData): VNode {
  return (
    <section class={`notice ${notice.kind}`} id={notice.id}>
      <p>
        <Head {...notice} /> <Raw as="span" html={notice.text} />
      </p>
    </section>
  );
}

/** In a text, where the fault was: `:::correction`. It has paragraphs of its own. */
export function NoticeInText(notice: NoticeData): VNode {
  return (
    <section class={`notice ${notice.kind}`} id={notice.id}>
      <p>
        <Head {...notice} />
      </p>
      {'\n'}
      <RawHtml html={notice.text} />
    </section>
  );
}

/** Title and time. Structured data is compared with what stands behind it: the last span of the paragraph, or all paragraphs after it. */
function Head({ title, time }: NoticeData): VNode {
  return (
    <>
      <strong>{title}</strong>
      {time !== undefined && (
        <>
          {' '}
          <span class="time">
            (<time datetime={time.iso}>{time.text}</time>)
          </span>
        </>
      )}
    </>
  );
}

/** Below a story in a feed: what needs no style. */
export function NoticeInFeed({ title, time, text }: NoticeData): VNode {
  return (
    <p>
      <strong>{title}</strong> {time !== undefined && `(${time.text}) `}
      <RawHtml html={text} />
    </p>
  );
}

/** In a list of corrections, after the headline of its story and in that story's language. */
export function NoticeInList({ notice, language, direction }: NoticeInListData): VNode {
  const { time, text } = notice;
  return (
    <>
      {time !== undefined && <time datetime={time.iso}>{time.text}</time>}
      <Raw as="p" lang={language} dir={direction} html={text} />
    </>
  );
}

interface NoticeInListData {
  readonly notice: NoticeData;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}
