import type { Directive } from '../directive.ts';
import { aside } from './aside.ts';
import { factbox } from './factbox.ts';
import { pullquote } from './pullquote.ts';
import { audio, video } from './recording.ts';
import { story } from './story.ts';

/** Every directive that there is. */
export const DIRECTIVES: readonly Directive[] = [pullquote, aside, factbox, story, audio, video];
