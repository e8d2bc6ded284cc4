import type { VNode } from 'preact';

/** The date of an entry in a `:::timeline`; for machines only where it is exact. */
export interface TimelineDateData {
  readonly iso: string | undefined;
  readonly text: string;
}

/** The date above an entry; beside `time`, as in `update.tsx`. The box around the timeline is in `box.tsx`. */
export function TimelineDate({ iso, text }: TimelineDateData): VNode {
  return (
    <p class="timeline-date">
      {iso !== undefined && <time datetime={iso} />}
      {text}
    </p>
  );
}
