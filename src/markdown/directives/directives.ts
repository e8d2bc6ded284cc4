import type { NotedDirective } from './directive.ts';
import { aside, factbox, gallery, pullquote, qa, timeline } from './boxes.ts';
import { chart } from './chart.ts';
import { correction } from './correction.ts';
import { embed } from './embed.ts';
import { audio, video } from './recording.ts';
import { story } from './story.ts';
import { table } from './table.ts';
import { update } from './update.ts';

/** Every directive of Broadsheet's. */
export const DIRECTIVES: readonly NotedDirective[] = [
  pullquote,
  aside,
  factbox,
  story,
  audio,
  video,
  update,
  qa,
  timeline,
  table,
  chart,
  gallery,
  embed,
  correction,
];
