import { expect, it } from 'vitest';
import { slipsBetween } from '../../src/diagnostics/slips.ts';
import { contributorSchema } from '../../src/validate/contributors.ts';
import { hintForKey } from '../../src/validate/other-names.ts';
import { ownPageSchema } from '../../src/validate/own-pages/keys.ts';
import { siteSchema } from '../../src/validate/site/site-schema.ts';
import { articleSchema } from '../../src/validate/story/article-schema.ts';

/** A key as a hand may write it: a letter too few, one twice, two that changed places. */
function slipsOf(key: string): readonly string[] {
  return [...key].flatMap((letter, index) => {
    const [before, behind] = [key.slice(0, index), key.slice(index + 1)];
    const next = behind[0] ?? '';
    return [
      `${before}${behind}`,
      `${before}${letter}${letter}${behind}`,
      `${before}${next}${letter}${behind.slice(1)}`,
    ];
  });
}

it.each([
  ['story', articleSchema],
  ['contributor', contributorSchema],
  ['page', ownPageSchema],
  ['site', siteSchema],
] as const)('one slip in a key of a %s is answered with that key', (_kind, { shape }) => {
  const known = Object.keys(shape);
  // A slip of two keys may be answered with either.
  const isNamed = (slip: string): boolean => {
    const hint = hintForKey(slip, 'x', known);
    const near = known.filter((key) => slipsBetween(slip, key) === 1);
    return near.some((key) => hint.includes(`\`${key}\``) || hint.includes(`\`${key}:`));
  };
  const wrong = known.flatMap((key) =>
    slipsOf(key)
      .filter((slip) => slip !== '' && !known.includes(slip) && !isNamed(slip))
      .map((slip) => `${slip} → ${hintForKey(slip, 'x', known)}`),
  );
  expect(wrong).toEqual([]);
});
