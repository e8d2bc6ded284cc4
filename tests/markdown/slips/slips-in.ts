import { pointedAt } from '../../newsroom/findings.ts';
import { renderedText, type TextGiven } from '../../newsroom/rendered-text.ts';

/** What a rule says of a text: what it points at, and the hint. */
export function slipsIn(
  markdown: string,
  code: string,
  given?: TextGiven,
): readonly (readonly [text: string, hint: string | undefined])[] {
  const findings = renderedText(markdown, given).findings.filter((finding) => finding.code === code);
  const places = pointedAt(markdown, findings);
  return places.map(({ text }, index) => [text, findings[index]?.hint]);
}
