import type { PreparedBuild } from '../../build/planning/prepared-build.ts';
import { href } from '../../domain/site/site.ts';
import type { PageSpec } from '../../pages/page-specs.ts';
import { isStory } from '../../pages/packed.ts';
import type { FrontSubject } from '../../pages/fronts/compose-front.ts';
import type { Section } from '../../domain/site/site.ts';

/** A place of a front at which a story is shown. */
export interface FrontPlace {
  /** What the front is called: “Front page”, “World”, “Front page (es)”. */
  readonly front: string;
  readonly address: string;
  /** What the place is called: “lead”, “card 2”, “in “Opinion””, “headline 4”. */
  readonly place: string;
}

type FrontKind = 'home' | 'languageFront' | 'section';

type Front = FrontSubject & { readonly language: string; readonly section?: Section };

/** Where fronts show stories: the places of each, by the path of its file. */
export function placesOnFronts({
  specs,
  edition: { site },
}: PreparedBuild): ReadonlyMap<string, readonly FrontPlace[]> {
  const places = new Map<string, FrontPlace[]>();
  for (const spec of specs) {
    if (!isFront(spec)) continue;
    const subject = spec.subject as Front;
    const name = subject.section?.title ?? 'Front page';
    const front = subject.language === site.language ? name : `${name} (${subject.language})`;
    const address = href(site, spec.url);
    for (const [story, place] of placesOn(subject)) {
      if (!isStory(story)) continue;
      const { path } = story.entry;
      const known = places.get(path);
      if (known) known.push({ front, address, place });
      else places.set(path, [{ front, address, place }]);
    }
  }
  return places;
}

function isFront({ kind }: PageSpec): boolean {
  return (['home', 'languageFront', 'section'] satisfies FrontKind[] as PageSpec['kind'][]).includes(kind);
}

function* placesOn({ breaking, lead, top, groups, stories }: FrontSubject): Generator<readonly [unknown, string]> {
  if (breaking) yield [breaking.story, 'breaking'];
  if (lead) yield [lead.story, 'lead'];
  for (const [index, { story }] of top.entries()) yield [story, `card ${index + 1}`];
  for (const { title, cards } of groups) for (const { story } of cards) yield [story, `in “${title}”`];
  for (const [index, story] of stories.entries()) yield [story, `headline ${index + 1}`];
}
