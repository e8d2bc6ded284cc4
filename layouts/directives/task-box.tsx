import type { VNode } from 'preact';

/** The box before a task: `- [x] done`. */
export interface TaskBoxData {
  readonly isDone: boolean;
  /** “Done” or “To do”, for screen readers. */
  readonly label: string;
}

/** The second character says that the sign is to be printed as a letter, not as a coloured picture. */
export function TaskBox({ isDone, label }: TaskBoxData): VNode {
  return (
    <span class={isDone ? 'task-box done' : 'task-box'} role="img" aria-label={label}>
      {isDone ? '☑\ufe0e' : '☐'}
    </span>
  );
}
