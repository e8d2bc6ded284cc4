import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PreviewNewsroom, removePreviewNewsrooms } from '../a-preview.ts';
import { ResidentServe, stopServing } from '../run-serve.ts';
import { MISTAKES, NEWSROOM } from './mistakes.ts';
import { EditedNewsroom, toldOn } from './served-mistakes.ts';

let edited: EditedNewsroom;

beforeAll(async () => {
  const newsroom = new PreviewNewsroom(NEWSROOM);
  const served = new ResidentServe(newsroom.folder, ['--now', '2026-11-23 12:00']);
  edited = await EditedNewsroom.open(newsroom.content, await served.address());
});

afterAll(async () => {
  edited.close();
  await stopServing();
  removePreviewNewsrooms();
});

describe('a mistake', () => {
  it('is one of twenty-five kinds at least', () => {
    expect(new Set(MISTAKES.map(({ code }) => code)).size).toBeGreaterThanOrEqual(25);
  });

  it.for(MISTAKES)(
    'stands on the page with its line and what to do, until it is mended: $code in $path',
    async (mistake) => {
      const { code, path, text, line, hint, page } = mistake;

      const told = await edited.save(path, text, page, (html) => toldOn(html, code) !== undefined);
      // Mended first, so that the next mistake is alone whatever comes of this one.
      const mended = await edited.save(path, NEWSROOM[path], page, (html) => toldOn(html, code) === undefined);

      expect(toldOn(told, code)).toContain(`content/${path}:${line} `);
      expect(toldOn(told, code)).toContain(hint);
      expect(mended).not.toContain('<li class="error"');
      expect(mended).not.toContain('<li class="warn"');
    },
  );
});
