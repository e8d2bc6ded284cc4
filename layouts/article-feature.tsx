import type { VNode } from 'preact';
import type { ArticlePage } from '../src/pages/story/article-page.ts';
import { Document } from './parts/document.tsx';
import { FactCheck } from './parts/fact-check.tsx';
import { LiveUpdates } from './parts/live.tsx';
import { LeadPicture } from './parts/picture.tsx';
import { RawParts } from './parts/raw.tsx';
import { Related } from './parts/related.tsx';
import { SeriesPart } from './parts/series-part.tsx';
import { LiveStrip, StoryEnd, StoryHead, Topics } from './parts/story.tsx';

/** A long story: its picture first, as wide as the page. */
export default function ArticleFeature(page: ArticlePage): VNode {
  const { frame, liveStrip, picture, recordings, factCheck, body, live, topics, part, related } = page;
  return (
    <Document frame={frame} before={liveStrip && <LiveStrip strip={liveStrip} />}>
      <article class="story story-body feature">
        {picture !== undefined && <LeadPicture picture={picture} />}
        <StoryHead page={page} />
        {recordings.map((recording) => (
          <RawParts html={recording} />
        ))}
        {factCheck !== undefined && <FactCheck check={factCheck} />}
        <RawParts html={body} />
        {live !== undefined && <LiveUpdates live={live} language={frame.language} />}
        <StoryEnd page={page} />
      </article>
      {part !== undefined && <SeriesPart part={part} />}
      <Topics topics={topics} />
      <Related related={related} />
    </Document>
  );
}
