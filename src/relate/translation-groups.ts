import type { PublishedStory } from './published-story.ts';

/** Groups of stories that say the same, each in a language of its own. */
export class TranslationGroups {
  /** The group of each story: its stories by language. */
  private readonly groups = new Map<PublishedStory, Map<string, PublishedStory>>();

  /** Puts the groups of two stories together, unless both have a story in one language; then it returns these. */
  join(one: PublishedStory, other: PublishedStory): readonly [PublishedStory, PublishedStory] | undefined {
    const [large, small] = [this.of(one), this.of(other)].sort((a, b) => b.size - a.size) as [
      Map<string, PublishedStory>,
      Map<string, PublishedStory>,
    ];
    if (large === small) return undefined;
    for (const [language, story] of small) {
      const known = large.get(language);
      if (known) return known.entry.path < story.entry.path ? [known, story] : [story, known];
    }
    for (const [language, story] of small) {
      large.set(language, story);
      this.groups.set(story, large);
    }
    return undefined;
  }

  all(): readonly (readonly PublishedStory[])[] {
    return [...new Set(this.groups.values())].map((group) => [...group.values()]);
  }

  private of(story: PublishedStory): Map<string, PublishedStory> {
    const known = this.groups.get(story) ?? new Map([[story.entry.language, story]]);
    this.groups.set(story, known);
    return known;
  }
}
