import type { VNode } from 'preact';
import type { ArticlePage } from '../src/pages/article-page.ts';
import { Document } from './parts/document.tsx';
import { LeadPicture } from './parts/picture.tsx';
import { Raw } from './parts/raw.tsx';
import { LiveStrip, StoryEnd, StoryHead, Topics } from './parts/story.tsx';

/** A story: its text in one column, with the picture above it. */
export default function Article(page: ArticlePage): VNode {
  const { frame, liveStrip, picture, body, topics } = page;
  return (
    <Document frame={frame} before={liveStrip && <LiveStrip strip={liveStrip} />}>
      <article class="story">
        <StoryHead page={page} />
        {picture !== undefined && <LeadPicture picture={picture} />}
        <Raw as="div" class="story-body" html={body} />
        <StoryEnd page={page} />
      </article>
      <Topics topics={topics} />
    </Document>
  );
}
