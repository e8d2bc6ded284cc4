import type {
  BreakingBar,
  CuratedCard,
  CuratedFront,
  CuratedGroup,
  FrontSource,
  NamedGroup,
  NamedStory,
} from '../domain/curated-front.ts';
import type { Edition, HeldBack } from '../domain/edition.ts';
import type { RelatedStory } from '../domain/related-story.ts';
import type { LanguageStories, StoryList } from '../domain/story-list.ts';
import { siteIn } from '../domain/site-in.ts';
import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import { type Finding, keyAt, valueAt } from '../diagnostics/finding.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import { quote } from '../diagnostics/quote.ts';
import { NamedStories } from './named-stories.ts';
import { Topics } from './topics.ts';

/** So many stories may be named on one front, and so many groups: a page must not grow without end. */
const MOST_NAMED = 100;
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
  const fronts = sources.map(
    (source) => [source.name, new FrontOf(source, { edition, named, findings }).relate()] as const,
  );
  return { fronts: new Map(fronts), findings };
}

/** One front, while its stories are found. */
class FrontOf {
  private readonly source: FrontSource;
  private readonly edition: EditionOfFronts;
  /** The further language of the site that it is in. */
  private readonly language: LanguageStories | undefined;
  private readonly named: NamedStories;
  private readonly findings: Finding[];
  /** Where each story that is on it was named. */
  private readonly placed = new Map<RelatedStory, NamedStory>();
  /** How many stories were named by now. */
  private count = 0;

  constructor(
    source: FrontSource,
    given: { readonly edition: EditionOfFronts; readonly named: NamedStories; readonly findings: Finding[] },
  ) {
    this.source = source;
    this.edition = given.edition;
    this.language = given.edition.languages.find(({ url }) => source.name.startsWith(url.slice(1)));
    this.named = given.named;
    this.findings = given.findings;
  }

  relate(): CuratedFront {
    const { lead, stories, groups } = this.source;
    return {
      lead: lead && this.place([lead])[0],
      stories: this.place(stories),
      groups: groups && this.groups(groups),
      breaking: this.breaking(),
    };
  }

  private place(stories: readonly NamedStory[]): readonly CuratedCard[] {
    return stories.flatMap((named) => {
      const story = this.hasRoom(named)
        ? this.find(named, 'until then the front is filled with the newest')
        : undefined;
      return story && this.isNew(story, named) ? [{ story, weight: named.weight }] : [];
    });
  }

  /** Whether another story may be named. It is told once that none may. */
  private hasRoom(named: NamedStory): boolean {
    this.count += 1;
    if (this.count === MOST_NAMED + 1) {
      const message = `Unexpected story ${quote(named.target)}, expected no more than ${MOST_NAMED} on a front`;
      this.note('front-too-long', named, { message, hint: 'remove it, and those after it' });
    }
    return this.count <= MOST_NAMED;
  }

  /** Whether a story has no place on this front yet; it has one then. */
  private isNew(story: RelatedStory, named: NamedStory): boolean {
    const { path } = this.source;
    const first = this.placed.get(story);
    if (first) {
      const related = [{ path, at: valueAt(...first.keys), message: 'it is named here first' }];
      const message = `Unexpected second ${quote(named.target)}, expected each story once on a front`;
      this.note('front-story-repeated', named, { message, hint: 'remove one of the two', related });
      return false;
    }
    this.placed.set(story, named);
    return true;
  }

  private groups(groups: readonly NamedGroup[]): readonly CuratedGroup[] {
    const first = groups[MOST_GROUPS];
    if (first) {
      const message = `Unexpected group, expected no more than ${MOST_GROUPS} on a front`;
      this.note('front-too-long', first, { message, hint: 'remove it, and those after it' });
    }
    return groups.slice(0, MOST_GROUPS).map((group) => this.group(group));
  }

  private group({ title, section, topic, stories, keys }: NamedGroup): CuratedGroup {
    const { sections } = this.language ?? this.edition;
    const ofSection = sections.find((list) => list.section.id === section);
    const ofTopic = topic === undefined ? undefined : this.topic(topic, keys);
    const list: StoryList | undefined = ofSection ?? ofTopic;
    return {
      title: title ?? this.titleOf(section) ?? ofTopic?.topic.name ?? topic ?? '',
      cards: this.place(stories),
      list,
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
    const url = new Topics().get(written)?.url;
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
    const story = breaking.story && this.find(breaking.story, without);
    if (until <= this.edition.now || (text === undefined && !story)) return undefined;
    return { text, url, story, until };
  }

  /** The story of a name, or a finding that ends with what happens without it. */
  private find(named: NamedStory, otherwise: string): RelatedStory | undefined {
    const { target } = named;
    const found = this.named.find(target, this.source.path);
    if (found.kind === 'published') return found.story;
    if (found.kind === 'held-back') {
      this.note('front-story-unpublished', named, describeHeldBack(target, found.heldBack, otherwise));
      return undefined;
    }
    const hint = 'write the `slug` of a story, mostly its file name without `.md`, or the path of its file';
    this.note('front-story-unknown', named, {
      message: `Unexpected story ${quote(target)}, expected one that is there`,
      hint: found.nearest === undefined ? hint : `did you mean \`${found.nearest}\`?`,
    });
    return undefined;
  }

  private note(
    code: DiagnosticCode,
    { keys }: Pick<NamedStory, 'keys'>,
    { message, hint, related }: Pick<Finding, 'message' | 'hint' | 'related'>,
  ): void {
    this.findings.push({ code, path: this.source.path, at: valueAt(...keys), message, hint, related });
  }
}

function describeHeldBack(
  target: string,
  { path, reason }: HeldBack,
  otherwise: string,
): Pick<Finding, 'message' | 'hint' | 'related'> {
  if (reason === 'draft') {
    return {
      message: `Unexpected draft ${quote(target)}, expected a story that is published`,
      hint: `publish it, or name another; ${otherwise}`,
      related: [{ path, at: keyAt('draft'), message: 'it is a draft' }],
    };
  }
  return {
    message: `Unexpected story ${quote(target)} under embargo, expected one that is published`,
    hint: `it comes by itself when its embargo ends; ${otherwise}`,
    related: [{ path, at: valueAt('date'), message: 'its embargo ends here' }],
  };
}
