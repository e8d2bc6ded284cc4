import type { BreakingBar, CuratedFront, CuratedGroup, FrontSource, NamedGroup } from '../../domain/fronts.ts';
import type { Edition } from '../../domain/edition.ts';
import type { LanguageStories } from '../../domain/lists/lists.ts';
import { siteIn } from '../../domain/languages.ts';
import { type Finding, valueAt } from '../../diagnostics/finding.ts';
import { didYouMean } from '../../diagnostics/wording.ts';
import { quote } from '../../diagnostics/wording.ts';
import { FrontPlaces } from './places.ts';
import { ended } from '../ended.ts';
import { NamedStories } from '../story/named-stories.ts';
import { topicUrl } from '../lists/topics.ts';

/** So many groups may be on one front: a page must not grow without end. */
const MOST_GROUPS = 50;

/** What of an edition decides about its fronts. */
type EditionOfFronts = Pick<Edition, 'site' | 'now' | 'stories' | 'heldBack' | 'sections' | 'languages' | 'topics'>;

/** Finds what editors name on fronts: by the name of the front, with what is wrong between fronts and stories. */
export function relateFronts(
  sources: readonly FrontSource[],
  edition: EditionOfFronts,
  named = new NamedStories(edition),
): { readonly fronts: ReadonlyMap<string, CuratedFront>; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const fronts = sources.map((source) => {
    const places = new FrontPlaces(source.path, named, findings);
    return [source.name, new FrontOf(source, edition, { places, findings }).relate()] as const;
  });
  return { fronts: new Map(fronts), findings };
}

/** One front, while its stories are found. */
class FrontOf {
  private readonly source: FrontSource;
  private readonly edition: EditionOfFronts;
  /** The further language of the site that it is in. */
  private readonly language: LanguageStories | undefined;
  private readonly places: FrontPlaces;
  private readonly findings: Finding[];

  constructor(
    source: FrontSource,
    edition: EditionOfFronts,
    { places, findings }: { readonly places: FrontPlaces; readonly findings: Finding[] },
  ) {
    this.source = source;
    this.edition = edition;
    this.language = edition.languages.find(({ url }) => source.name.startsWith(url.slice(1)));
    this.places = places;
    this.findings = findings;
  }

  relate(): CuratedFront {
    const { lead, stories, groups } = this.source;
    return {
      lead: lead && this.places.place([lead])[0],
      stories: this.places.place(stories),
      groups: groups && this.groups(groups),
      breaking: this.breaking(),
    };
  }

  private groups(groups: readonly NamedGroup[]): readonly CuratedGroup[] {
    const first = groups[MOST_GROUPS];
    if (first) {
      this.findings.push({
        code: 'front-too-long',
        path: this.source.path,
        at: valueAt(...first.keys),
        message: `Unexpected group, expected no more than ${MOST_GROUPS} on a front`,
        hint: 'remove it, and those after it',
      });
    }
    return groups.slice(0, MOST_GROUPS).map((group) => this.group(group));
  }

  private group({ title, section, topic, layout, stories, keys }: NamedGroup): CuratedGroup {
    const { sections } = this.language ?? this.edition;
    const ofSection = sections.find((list) => list.section.id === section);
    const ofTopic = topic === undefined ? undefined : this.topic(topic, keys);
    return {
      title: title ?? this.titleOf(section) ?? ofTopic?.topic.name ?? topic ?? '',
      layout,
      cards: this.places.place(stories),
      list: ofSection ?? ofTopic,
    };
  }

  /** The title of a section in the language of the front. It may have no stories in it. */
  private titleOf(id: string | undefined): string | undefined {
    const { site } = this.edition;
    const local = this.language ? siteIn(this.language.language, site) : site;
    return local.sections.find((section) => section.id === id)?.title;
  }

  private topic(written: string, keys: NamedGroup['keys']): Edition['topics'][number] | undefined {
    const { topics } = this.edition;
    const url = topicUrl(written);
    const found = topics.find(({ topic }) => topic.url === url);
    if (found) return found;
    this.findings.push({
      code: 'topic-unknown',
      path: this.source.path,
      at: valueAt(...keys, 'topic'),
      message: `Unexpected topic ${quote(written)}, expected one that a published story has`,
      hint: didYouMean(
        written,
        topics.map(({ topic }) => topic.name),
        'write it as a story has it in its `topics`; until then the group leads nowhere',
      ),
    });
    return undefined;
  }

  /** The bar, while its time is not over. Without words and without a published story there is nothing to say. */
  private breaking(): BreakingBar | undefined {
    const { breaking } = this.source;
    if (!breaking) return undefined;
    const { text, url, until } = breaking;
    const without = text === undefined ? 'until then there is no bar' : 'until then the words stand without a link';
    const story = breaking.story && this.places.find(breaking.story, without);
    if (until <= this.edition.now) {
      this.findings.push(ended({ path: this.source.path, key: 'breaking', noun: 'bar' }));
      return undefined;
    }
    if (text === undefined && !story) return undefined;
    return { text, url, story, until };
  }
}
