import { type Defaults, SITE_PATH } from '../../domain/site/site.ts';
import type { Entry } from '../../domain/story/entry.ts';
import type { Topic } from '../../domain/story/story.ts';
import { type Finding, valueAt } from '../../diagnostics/finding.ts';
import { describeTopic, Topics } from './topics.ts';

type DefaultTopics = Pick<Defaults, 'topics' | 'keys'>;

/** The topics that stories name. Names that are none of a topic of its own are noted: of those that `site.yaml` gives, there. */
export class NamedTopics {
  private readonly topics = new Topics();
  private readonly defaults: readonly DefaultTopics[];
  private readonly findings: Finding[];

  constructor(defaults: readonly DefaultTopics[], findings: Finding[]) {
    this.defaults = defaults.filter(({ topics }) => topics.length > 0);
    this.findings = findings;
  }

  /** The topics of a story: each once, however it is spelt. */
  of({ path, topics: texts }: Pick<Entry, 'path' | 'topics'>): readonly Topic[] {
    if (texts.length === 0) return NO_TOPICS;
    const given = this.defaults.find(({ topics }) => areAlike(topics, texts));
    const topicsFound: Topic[] = [];
    for (const [index, text] of texts.entries()) {
      if (text === '') continue;
      const found = this.topics.find(text);
      if (found.kind !== 'topic' && !given)
        this.findings.push({ path, at: valueAt('topics', index), ...describeTopic(text, found) });
      // That two share an address is told the first time only; what is no name at all, see `checkDefaults`.
      if (found.kind === 'shared' && given) this.noteDefault(given, index, found);
      if (found.kind !== 'nameless' && !topicsFound.includes(found.topic)) topicsFound.push(found.topic);
    }
    return topicsFound;
  }

  /** Notes what is wrong with the topics that `site.yaml` gives to stories without any, once those of all stories are known. */
  checkDefaults(): void {
    for (const given of this.defaults) {
      for (const [index, text] of given.topics.entries()) {
        if (text === '') continue;
        const found = this.topics.find(text);
        if (found.kind !== 'topic') this.noteDefault(given, index, found);
      }
    }
  }

  private noteDefault(
    { topics, keys }: DefaultTopics,
    index: number,
    found: Parameters<typeof describeTopic>[1],
  ): void {
    const at = valueAt(...keys, 'topics', index);
    this.findings.push({ path: SITE_PATH, at, ...describeTopic(topics[index] ?? '', found) });
  }
}

const NO_TOPICS: readonly Topic[] = [];

function areAlike(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}
