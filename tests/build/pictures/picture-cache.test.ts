import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PictureCache } from '../../../src/build/pictures/picture-cache.ts';
import { fingerprintOf } from '../../../src/plan/fingerprint.ts';
import { temporaryFolder, textsIn } from '../temporary-folder.ts';

it('a link in the place of the folder leads nobody to files of others: none of them goes, and pictures are kept in a folder of its name', () => {
  const elsewhere = temporaryFolder({ one: '1' });
  const link = join(temporaryFolder(), 'pictures');
  symlinkSync(elsewhere, link);
  const pictures = new PictureCache(link);
  const key = fingerprintOf('a picture');
  pictures.keepOnly(new Set());
  pictures.set(key, Buffer.from('made'));

  expect(textsIn(elsewhere)).toEqual({ one: '1' });
  expect(pictures.get(key)?.toString()).toBe('made');
});
