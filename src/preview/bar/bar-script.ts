import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from '../../disk/project.ts';
import { asHtml } from '../../domain/html.ts';

/** What makes places of files open them, and the bar and the overlay close: for the pages that have these, behind the bar. */
export const BAR_SCRIPT = asHtml(
  `<script>${readFileSync(join(PROGRAM, 'src/preview/bar/client/bar.js'), 'utf8')}</script>`,
);
