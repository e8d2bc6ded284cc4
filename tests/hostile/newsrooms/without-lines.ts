import type { NewsroomGiven } from '../../newsroom/newsroom.ts';
import type { MediaGiven } from '../../newsroom/media-in-memory.ts';

interface Place {
  readonly path: string;
  readonly line: number;
}

/** A newsroom without some lines of its files. */
export function withoutLines(newsroom: NewsroomGiven, places: readonly Place[]): NewsroomGiven {
  const cut = (path: string, text: string): string => {
    const lines = new Set(places.flatMap((place) => (place.path === path ? [place.line] : [])));
    return lines.size === 0
      ? text
      : text
          .split('\n')
          .filter((_, index) => !lines.has(index + 1))
          .join('\n');
  };
  const { site, redirects, media = {} } = newsroom;
  const ofMedium = (path: string, given: MediaGiven): MediaGiven =>
    typeof given === 'object' && 'text' in given ? { text: cut(path, given.text) } : given;
  return {
    ...withTexts(newsroom, cut),
    ...(typeof site === 'string' && { site: cut('content/site.yaml', site) }),
    ...(typeof redirects === 'string' && { redirects: cut('content/redirects.yaml', redirects) }),
    media: Object.fromEntries(
      Object.entries(media).map(([name, given]) => [name, ofMedium(`content/media/${name}`, given)]),
    ),
  };
}

/** A newsroom without some of its files, but for what a newsroom cannot be without. */
export function withoutFiles(newsroom: NewsroomGiven, places: readonly Place[]): NewsroomGiven {
  const paths = new Set(places.map(({ path }) => path));
  return {
    ...withTexts(newsroom, (path, text) => (paths.has(path) ? undefined : text)),
    redirects: paths.has('content/redirects.yaml') ? undefined : newsroom.redirects,
  };
}

/** A newsroom with other texts in the files of which there may be many, and without those of which nothing is left. */
function withTexts(newsroom: NewsroomGiven, textOf: (path: string, text: string) => string | undefined): NewsroomGiven {
  const each = (folder: string, texts: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(texts).flatMap(([name, before]) => {
        const text = textOf(folder + name, before);
        return text === undefined ? [] : [[name, text]];
      }),
    );
  return {
    ...newsroom,
    articles: each('content/articles/', newsroom.articles),
    contributors: each('content/contributors/', newsroom.contributors),
    pages: each('content/pages/', newsroom.pages),
    fronts: each('content/fronts/', newsroom.fronts),
    addresses: each('content/', newsroom.addresses),
  };
}
