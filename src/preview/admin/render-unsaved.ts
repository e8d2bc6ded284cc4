import { posix } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { pinpoint } from '../../diagnostics/pinpoint.ts';
import { pageFilesIn } from '../../domain/content/content-kinds.ts';
import type { Edition } from '../../domain/edition.ts';
import type { Entry } from '../../domain/story/entry.ts';
import type { Story } from '../../domain/story/story.ts';
import { normalText } from '../../disk/read-text.ts';
import { enterArticle } from '../../newsroom/enter-article.ts';
import { readArticle } from '../../newsroom/newsroom.ts';
import { PAGE_KINDS } from '../../pages/page-kinds.ts';
import { makePage, specsOf, storyOf } from '../../pages/page-specs.ts';
import { shownText } from '../../pages/story/body.ts';
import { asHtml } from '../../domain/html.ts';
import { relateEdition } from '../../relate/edition.ts';
import type { PreviewEdition } from '../preview-edition.ts';
import { proofreadStory } from '../proofread.ts';
import { printForPreview } from '../preview-layouts.ts';

/** The page of a story that was not saved, and what is wrong with the story by itself. */
export interface UnsavedPage {
  readonly html: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes the page of a story of a text, as it would be after saving: with the newsroom as it is, but without what other stories have to do with it (parts of
 * its series, stories to read next). Nothing is written.
 */
export async function renderUnsaved(path: string, text: string, good: PreviewEdition): Promise<UnsavedPage> {
  const { newsroom, prepared } = good;
  const { edition } = prepared;
  const { site } = newsroom.setting;
  const source = { path, text: normalText(text) };
  const { value: article, findings } = readArticle(source, newsroom.setting);
  const entered = enterArticle(article, site);
  const html = asHtml(entered.text.toString('utf8'));
  const { edition: small } = relateEdition(
    {
      site: edition.site,
      media: newsroom.media,
      publicFiles: [],
      entries: [entered.entry, ...storiesNamedBy(entered.entry, edition)],
      recordOf: (other) => (other === path ? entered.story.article : good.storyAt(other).article),
      ...pageFilesIn(edition),
    },
    { now: edition.now, withDrafts: true, withEmbargoed: true },
    Object.values(PAGE_KINDS).map(({ claims }) => claims),
  );
  const spec = [...specsOf(small, ['article'])].find((one) => storyOf(one)?.entry.path === path);
  if (!spec) throw new Error(`The story ${path} has no page`);
  const own: Story = { ...entered.story, live: storyOf(spec)?.live };
  const page = makePage(spec, (other) => (other === path ? own : good.storyAt(other)), {
    ...prepared.surroundings,
    textOf: (story) => shownText(html, story),
    wordsOf: () => '',
  });
  good.showPicturesOf(small);
  const { standards } = site;
  const { date } = entered.entry;
  const found = pinpoint(findings, { textOf: () => source.text, standards, dateOf: () => date });
  const diagnostics = [...found, ...proofreadStory(source, good, date)];
  return { html: await printForPreview(page, prepared), diagnostics };
}

/** The stories that a text leads to. */
function storiesNamedBy({ path, references, related }: Entry, { stories }: Edition): readonly Entry[] {
  const targets = [...references.map(({ target }) => target), ...related].map((target) =>
    target.replace(/[#?].*$/s, ''),
  );
  const named = new Set(targets.flatMap((target) => [target, posix.join(posix.dirname(path), target)]));
  return stories.flatMap(({ entry }) =>
    entry.path !== path && (named.has(entry.path) || named.has(entry.slug) || named.has(entry.url)) ? [entry] : [],
  );
}
