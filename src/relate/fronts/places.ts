import type { CuratedCard, NamedStory } from '../../domain/fronts.ts';
import type { RelatedStory } from '../../domain/story/story.ts';
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import { type Finding, keyAt, valueAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import { describeUnpublished, type NamedStories } from '../story/named-stories.ts';

/** So many stories may be named on one front: a page must not grow without end. */
const MOST_NAMED = 100;

/** The places on one front. An editor gives them to stories by naming these; each story has one place. */
export class FrontPlaces {
  private readonly path: string;
  private readonly stories: NamedStories;
  private readonly findings: Finding[];
  /** Where each story that has a place was named. */
  private readonly taken = new Map<RelatedStory, NamedStory>();
  /** How many stories were named by now. */
  private count = 0;

  /**
   * @param path Of the front's file.
   * @param findings What is wrong is added to them.
   */
  constructor(path: string, stories: NamedStories, findings: Finding[]) {
    this.path = path;
    this.stories = stories;
    this.findings = findings;
  }

  /** Gives places to stories, as far as they are published, have none yet, and there is room. */
  place(stories: readonly NamedStory[]): readonly CuratedCard[] {
    return stories.flatMap((named) => {
      const story = this.hasRoom(named)
        ? this.find(named, 'until then the front is filled with the newest')
        : undefined;
      if (!story || !this.isNew(story, named)) return [];
      this.checkPicture(story, named);
      return [{ story, weight: named.weight }];
    });
  }

  /** Tells of a card that is to show a picture where there is none. */
  private checkPicture({ article }: RelatedStory, { target, weight, keys }: NamedStory): void {
    if (weight !== 'picture' || article.picture) return;
    this.findings.push({
      code: 'front-picture-missing',
      path: this.path,
      at: valueAt(...keys.slice(0, -1), 'weight'),
      message: `Unexpected weight \`picture\` of ${quote(target)}, expected a story that has a picture`,
      hint: 'add one to the story, or take the weight away; until then the card has words alone',
      related: [{ path: article.path, at: keyAt('image'), message: 'it has no `image`' }],
    });
  }

  /** The published story of a name, which gets no place by that. `meanwhile` is what happens until there is one. */
  find(named: NamedStory, meanwhile: string): RelatedStory | undefined {
    const found = this.stories.find(named.target, this.path);
    if (found.kind === 'published') return found.story;
    const code = found.kind === 'held-back' ? 'front-story-unpublished' : 'front-story-unknown';
    this.note(code, named, describeUnpublished(named.target, found, meanwhile));
    return undefined;
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

  /** Whether a story has no place yet; it has one then. */
  private isNew(story: RelatedStory, named: NamedStory): boolean {
    const first = this.taken.get(story);
    if (first) {
      const related = [{ path: this.path, at: valueAt(...first.keys), message: 'it is named here first' }];
      const message = `Unexpected second ${quote(named.target)}, expected each story once on a front`;
      this.note('front-story-repeated', named, { message, hint: 'remove one of the two', related });
      return false;
    }
    this.taken.set(story, named);
    return true;
  }

  private note(
    code: DiagnosticCode,
    { keys }: NamedStory,
    description: Pick<Finding, 'message' | 'hint' | 'related'>,
  ): void {
    this.findings.push({ code, path: this.path, at: valueAt(...keys), ...description });
  }
}
