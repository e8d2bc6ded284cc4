/** A stretch of speech in WebVTT, and who says it, where that is marked. */
export interface Cue {
  readonly speaker: string | undefined;
  readonly text: string;
}

/** What a file of captions says, or the line that is not WebVTT, counted from 1. */
export type CaptionsRead =
  | { readonly kind: 'read'; readonly cues: readonly Cue[] }
  | { readonly kind: 'wrong'; readonly line: number };

const TIME = String.raw`(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}`;
const TIMING = new RegExp(`^[ \\t]*${TIME}[ \\t]+-->[ \\t]+${TIME}(?:[ \\t].*)?$`);

/** Reads captions in WebVTT (W3C), as far as a text can be made of them. */
export function readCaptions(text: string): CaptionsRead {
  const lines = text.split('\n');
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) return { kind: 'wrong', line: 1 };
  const cues: Cue[] = [];
  for (let index = 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (!line.includes('-->')) continue;
    if (!TIMING.test(line)) return { kind: 'wrong', line: index + 1 };
    const said: string[] = [];
    for (index += 1; index < lines.length && lines[index]?.trim(); index += 1) said.push(lines[index] ?? '');
    cues.push(cueOf(said.join(' ')));
  }
  return { kind: 'read', cues };
}

/** `<v Ana Ruiz>We heard it.</v>`: the voice is who says it; other marks are for the eye. */
function cueOf(said: string): Cue {
  const speaker = /^<v(?:\.[^\s>]*)?[ \t]+([^>]*)>/.exec(said.trim())?.[1]?.trim();
  const text = said
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_all, name: string) => CHARACTERS[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return { speaker: speaker || undefined, text };
}

const CHARACTERS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
};
