import { expect, it } from 'vitest';
import type { Outline } from '../../../src/cli/import/archive.ts';
import { MediaNames } from '../../../src/cli/import/plan/media-names.ts';
import { OldAddresses } from '../../../src/cli/import/plan/old-addresses.ts';

it.each([149, 150])('ends a name that is too long behind a whole character: %i letters before an emoji', (letters) => {
  const old = new OldAddresses({ url: 'https://old.example/' });
  const media = new MediaNames({ old, findFile: () => undefined, known: new Map(), taken: [] });
  const address = `https://old.example/${'a'.repeat(letters)}🎉.pdf`;
  const name = media.nameOf(address, { url: 'https://old.example/a/' } as Outline);

  expect(name).toBe(`/media/${'a'.repeat(letters)}.pdf`);
});
