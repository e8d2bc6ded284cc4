import { contrastOf, LEAST_CONTRAST, PAPERS, readableOn, type SectionColour } from '../../domain/site/colours.ts';
import type { Section } from '../../domain/site/site.ts';
import { valueAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import type { Reader } from '../reader.ts';

/** Reads a colour: `#0d5260`, or three digits. */
export function readColour(
  value: string | undefined,
  reader: Reader,
  ...keys: readonly (string | number)[]
): string | undefined {
  const written = reader.filled(value, ...keys);
  if (written === undefined) return undefined;
  const [, digits] = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(written) ?? [];
  if (digits !== undefined) return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`.toLowerCase();
  const message = `Unexpected colour ${quote(written)}, expected one like \`"#0d5260"\``;
  reader.note('value-choice', valueAt(...keys), message, 'write six digits of hexadecimal behind `#`, in quotes');
  return undefined;
}

/** Reads the colour of a section, where it has one, and notes one that cannot be read as text. */
export function readSectionColour(
  { colour: value }: { readonly colour?: string | undefined },
  reader: Reader,
  ...keys: readonly (string | number)[]
): Pick<Section, 'colour'> {
  const written = readColour(value, reader, ...keys, 'colour');
  if (written === undefined) return {};
  const colour: SectionColour = { light: readableOn('light', written), dark: readableOn('dark', written) };
  const contrast = contrastOf(written, PAPERS.light);
  if (contrast < LEAST_CONTRAST) {
    const message = `Unexpected colour ${quote(written)} with a contrast of ${rounded(contrast)} to the page, expected ${LEAST_CONTRAST} or more`;
    const hint = `write \`"${colour.light}"\`, which is as near as a colour can be that all can read`;
    reader.note('colour-pale', valueAt(...keys, 'colour'), message, hint);
  }
  return { colour };
}

/** Never up: 4.49 is not 4.5. */
function rounded(contrast: number): string {
  return (Math.floor(contrast * 10) / 10).toFixed(1);
}
