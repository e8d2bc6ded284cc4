import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FOLDER_READERS } from '../../../../src/cli/import/sources/folder/folder.ts';
import { READERS } from '../../../../src/cli/import/sources/readers.ts';
import { tries } from '../../../tries.ts';
import { ARCHIVE_FORMS } from './archives.ts';
import { anyPost } from './posts.ts';
import { missingFrom, roundTrip } from './round-trip.ts';

const types = (await Promise.all(READERS.map((load) => load()))).flat().map(({ type }) => type);

describe('an archive that moves in', () => {
  it.each(ARCHIVE_FORMS.filter(({ type }) => types.includes(type)))(
    'shows every sentence of its posts on their new pages: $name',
    async (form) => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyPost(), { minLength: 1, maxLength: 3 }), async (posts) => {
          const titled = posts.map((post, index) => ({ ...post, title: `${post.title} no ${index}` }));
          const { stories, errors } = await roundTrip(form, titled);

          expect(errors).toEqual([]);
          for (const { title, sentences } of titled) {
            const story = stories.find(({ headline }) => headline === title);
            expect(missingFrom(story?.shown ?? '', sentences)).toEqual([]);
            expect(missingFrom(story?.read ?? '', sentences)).toEqual([]);
          }
        }),
        // A shorter example is not worth an hour of making it.
        { numRuns: tries(8), endOnFailure: true },
      );
    },
  );

  it('has a form here for each reader of HTML', () => {
    const folders = FOLDER_READERS.map(({ type }) => type);

    expect(
      types.filter((type) => !folders.includes(type) && !ARCHIVE_FORMS.some((form) => form.type === type)),
    ).toEqual([]);
  });
});
