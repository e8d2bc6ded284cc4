import type { Contributor } from '../contributors.ts';
import type { LeadPicture } from '../story/entry.ts';
import { mediaUrl } from './files.ts';
import type { MediaLibrary } from './library.ts';
import type { UrlPath } from '../addresses.ts';
import type { PictureSettings } from '../site/site.ts';
import {
  filesOfRecipe,
  type Focus,
  isRasterFile,
  type PictureFile,
  type PictureShape,
  type RasterFile,
  recipeOf,
  searchShapesOf,
} from './recipes.ts';

/** A picture that pages show, and how it is cut for them. */
export interface ShownPicture {
  readonly file: RasterFile;
  readonly cuts: readonly PictureCut[];
}

export interface PictureCut {
  readonly shape: PictureShape;
  readonly focus: Focus | undefined;
}

const WHOLE: PictureCut = { shape: 'whole', focus: undefined };

/** Gathers the pictures that an edition shows. */
export class ShownPictures {
  private readonly media: Pick<MediaLibrary, 'find'>;
  private readonly shown = new Map<string, { readonly file: RasterFile; readonly cuts: PictureCut[] }>();

  constructor(media: Pick<MediaLibrary, 'find'>) {
    this.media = media;
  }

  /** The picture of a story: whole at its head, cut on its cards. */
  addLead({ path, focus }: LeadPicture): boolean {
    const found = this.media.find(path);
    const forSearch = found.kind === 'found' && isRasterFile(found.file) ? searchShapesOf(found.file) : [];
    const shapes: readonly PictureShape[] = ['card', 'social', ...forSearch];
    return this.add(path, [WHOLE, ...shapes.map((shape) => ({ shape, focus }))]);
  }

  addPortrait({ file, focus }: NonNullable<Contributor['picture']>): boolean {
    return this.add(file.path, [{ shape: 'square', focus }]);
  }

  /** Any other: in a text, or in the place of a film. Says whether it is a picture that smaller files are made of. */
  addWhole(path: string): boolean {
    return this.add(path, [WHOLE]);
  }

  /** By their paths. */
  get all(): ReadonlyMap<string, ShownPicture> {
    return this.shown;
  }

  private add(path: string, cuts: readonly PictureCut[]): boolean {
    const known = this.shown.get(path);
    if (known) {
      for (const cut of cuts) if (!known.cuts.some((other) => isSameCut(cut, other))) known.cuts.push(cut);
      return true;
    }
    const found = this.media.find(path);
    if (found.kind !== 'found' || !isRasterFile(found.file)) return false;
    this.shown.set(path, { file: found.file, cuts: [...cuts] });
    return true;
  }
}

function isSameCut(one: PictureCut, other: PictureCut): boolean {
  return one.shape === other.shape && String(one.focus) === String(other.focus);
}

/** The files that are published of a picture, each once. */
export function filesOfPicture({ file, cuts }: ShownPicture, settings: PictureSettings): readonly PictureFile[] {
  const files = new Map<string, PictureFile>();
  for (const { shape, focus } of cuts) {
    for (const made of filesOfRecipe(recipeOf(file, shape, { focus, settings }))) files.set(made.url, made);
  }
  return [...files.values()];
}

/** The one address of a picture for those who take no list of them: feeds, sitemaps, structured data. */
export function pictureUrl(
  path: string,
  pictures: ReadonlyMap<string, ShownPicture>,
  settings: PictureSettings,
): UrlPath {
  const shown = pictures.get(path);
  return shown ? recipeOf(shown.file, 'whole', { settings }).fallback.url : mediaUrl(path);
}
