import type { Picture } from '../../domain/media/files.ts';
import type { Edition } from '../../domain/edition.ts';
import type { ResolvedCredit } from '../../domain/story/story.ts';
import type { Site } from '../../domain/site/site.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { type PrintedPicture, printPicture } from './card.ts';

/** More faces beside a byline would be a crowd. */
const MOST = 3;

const NONE: readonly Picture[] = [];

/** Finds the portraits of those who wrote a story, by the contributors of an edition. */
export function facesIn({
  contributors,
}: Pick<Edition, 'contributors'>): (credits: readonly ResolvedCredit[]) => readonly Picture[] {
  const known = new Map<UrlPath, Picture>();
  for (const { url, contributor } of contributors) if (contributor.picture) known.set(url, contributor.picture);
  if (known.size === 0) return () => NONE;
  return (credits) => {
    const faces = credits.flatMap(({ role, url }) => {
      const face = role === 'byline' && url !== undefined ? known.get(url) : undefined;
      return face ? [face] : [];
    });
    return faces.length === 0 ? NONE : faces.slice(0, MOST);
  };
}

/** The portraits beside a byline: squares, which the stylesheet rounds. */
export function printFaces(faces: readonly Picture[], site: Site): readonly PrintedPicture[] {
  return faces.map((face) => printPicture(face, 'square', site));
}
