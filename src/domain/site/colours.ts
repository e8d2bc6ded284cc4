/** The colour of a section, in the light and in the dark: `#0d5260`. Both are read on every paper that text stands on. */
export interface SectionColour {
  readonly light: string;
  readonly dark: string;
}

/** Text and what it stands on must differ by this much (WCAG 2.2, 1.4.3). */
export const LEAST_CONTRAST = 4.5;

/** What is mixed for the dark is read as well as all else that stands there (WCAG 2.2, 1.4.6). */
export const LEAST_CONTRASTS = { light: LEAST_CONTRAST, dark: 7 } as const;

/** The papers of `layouts/styles/` against which colours show least: the darkest of the light ones, the lightest of the dark ones. */
export const PAPERS = { light: '#f5e7d6', dark: '#211f1c' } as const;

/** The contrast of two colours, from 1 to 21 (WCAG 2.2, “contrast ratio”). */
export function contrastOf(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The colour itself, or the nearest to it on the way to black or white that is read on a paper. */
export function readableOn(paper: keyof typeof PAPERS, colour: string): string {
  const [ground, end] = [PAPERS[paper], paper === 'light' ? 0 : 255];
  for (let step = 0; step < STEPS; step += 1) {
    const mixed = toHex(channelsOf(colour).map((channel) => channel + ((end - channel) * step) / STEPS));
    if (contrastOf(mixed, ground) >= LEAST_CONTRASTS[paper]) return mixed;
  }
  return paper === 'light' ? '#000000' : '#ffffff';
}

const STEPS = 64;

/** Relative luminance of a colour of sRGB (WCAG 2.2). */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function toHex(channels: readonly number[]): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}
