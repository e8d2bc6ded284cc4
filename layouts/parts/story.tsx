import type { ComponentChildren, VNode } from 'preact';
import type { ArticlePage } from '../../src/pages/story/article-page.ts';
import type { PhrasedTime, PrintedHistory } from '../../src/pages/story/history.ts';
import { Notice } from '../directives/correction.tsx';
import { FactCheck } from './fact-check.tsx';
import { Raw, RawHtml } from './html.tsx';
import { Translations } from './languages.tsx';
import { LiveBlog } from './live-blog.tsx';
import { SIZES } from './picture-sizes.ts';
import { CroppedPicture, PictureViewer } from './pictures.tsx';
import { Related } from './related.tsx';
import { SeriesLine, SeriesLinks } from './series.tsx';
import { Document } from './site.tsx';
import { Label, LinkedText, LinkItems, TimeInWords } from './text.tsx';

/** The document of a story, with what stands around the story: the live strip above it; its series, topics and more below. */
export function StoryDocument({
  page,
  children,
}: {
  readonly page: ArticlePage;
  readonly children: ComponentChildren;
}): VNode {
  const { frame, liveStrip, part, topics, related } = page;
  return (
    <Document frame={frame} before={liveStrip && <LiveStrip strip={liveStrip} />}>
      {children}
      <Share share={page.share} />
      {part !== undefined && <SeriesLinks part={part} />}
      <Topics topics={topics} />
      <Related related={related} />
    </Document>
  );
}

/** The strip that leads to a live channel. It is not part of the story, so reader modes and search engines leave it out. */
function LiveStrip({ strip }: { readonly strip: NonNullable<ArticlePage['liveStrip']> }): VNode {
  return (
    <aside class="live-strip" aria-label={strip.channel} lang={strip.language} dir={strip.direction} data-nosnippet>
      <strong>{strip.channel}</strong> <a href={strip.href}>{strip.label}</a>
    </aside>
  );
}

/**
 * The buttons that hand the story on. The script of readers shows those that it can make work; until then they take the room that they will have,
 * so that nothing moves.
 */
function Share({ share: { share, copy, copied } }: Pick<ArticlePage, 'share'>): VNode {
  return (
    <p class="share" hidden>
      <button type="button" class="share-sheet" hidden>
        {share}
      </button>{' '}
      <button type="button" class="share-copy" data-copied={copied} hidden>
        {copy}
      </button>
    </p>
  );
}

/** What the story is about. */
function Topics({ topics }: { readonly topics: ArticlePage['topics'] }): VNode | null {
  if (topics.links.length === 0) return null;
  return (
    <footer class="topics">
      <h2 class="list-title">{topics.label}</h2>
      <ul>
        <LinkItems links={topics.links} dir="auto" />
      </ul>
    </footer>
  );
}

/** The classes of a story's element: its form, and what its layout adds. */
export function storyClass({ form }: Pick<ArticlePage, 'form'>, layout = ''): string {
  return ['story story-body', layout, form ?? ''].filter(Boolean).join(' ');
}

/**
 * What stands above the picture: kicker, label, headline, dek, byline and times. Reader modes leave out parts whose class
 * says `header`: they have the section and the time from the structured data.
 */
export function StoryHead({ page }: { readonly page: ArticlePage }): VNode {
  const {
    kicker,
    label,
    live,
    headline,
    dek,
    byline,
    faces,
    published,
    updated,
    readingTime,
    part,
    translations,
    form,
  } = page;
  return (
    <header class="story-head">
      {kicker !== undefined && kicker.text !== label?.text && (
        <p class="header-kicker">{kicker.href === undefined ? kicker.text : <a href={kicker.href}>{kicker.text}</a>}</p>
      )}
      {part !== undefined && <SeriesLine part={part} />}
      {live?.tag !== undefined && <p class="header-kicker live">{live.tag}</p>}
      {label !== undefined && <Label as="p" label={label} />}
      <Raw as="h1" class="headline" html={headline} />
      {dek !== undefined && <Raw as="p" class="dek" html={dek} />}
      {faces.length > 0 && (
        <div class="header-faces">
          {faces.map((face) => (
            <CroppedPicture
              class="face"
              picture={face}
              sizes={form === 'opinion' ? SIZES.faceBylineOpinion : SIZES.faceByline}
            />
          ))}
        </div>
      )}
      {byline.length > 0 && (
        <p class="byline">
          <LinkedText parts={byline} rel="author" />
        </p>
      )}
      <p class="header-times">
        <Time time={published} />
        {updated !== undefined && (
          <>
            {' '}
            <Time time={updated} />
          </>
        )}
        {readingTime !== undefined && [' ', <span>{readingTime}</span>]}
      </p>
      <Translations links={translations} />
    </header>
  );
}

function Time({ time }: { readonly time: PhrasedTime }): VNode {
  return (
    <span>
      <TimeInWords time={time} />
    </span>
  );
}

/** The story itself: its recordings, the claim that it checked, its text, a live blog's posts, and what stands below. */
export function StoryBody({ page }: { readonly page: ArticlePage }): VNode {
  const { frame, recordings, factCheck, body, live, viewer } = page;
  return (
    <>
      {recordings.map((recording) => (
        <RawHtml html={recording} />
      ))}
      {factCheck !== undefined && <FactCheck check={factCheck} />}
      <RawHtml html={body} />
      {live !== undefined && <LiveBlog live={live} language={frame.language} />}
      <PictureViewer viewer={viewer} />
      <StoryEnd page={page} />
    </>
  );
}

/** What stands below the text: who else took part, corrections and updates, and when that was. */
function StoryEnd({ page }: { readonly page: ArticlePage }): VNode {
  const { credits, notices, history } = page;
  return (
    <>
      {credits.length > 0 && (
        <p class="credits">
          {credits.map((sentence) => (
            <>
              <LinkedText parts={sentence} />{' '}
            </>
          ))}
        </p>
      )}
      {notices.map((notice) => (
        <Notice {...notice} />
      ))}
      {history !== undefined && <History history={history} />}
    </>
  );
}

/** It repeats what stands elsewhere on the page, so that reader modes leave it out. */
function History({ history: { title, events } }: { readonly history: PrintedHistory }): VNode {
  return (
    <details class="header-history">
      <summary>{title}</summary>
      <ol>
        {events.map(({ time, href }) => (
          <li>{href === undefined ? <Time time={time} /> : <a href={href}>{<Time time={time} />}</a>}</li>
        ))}
      </ol>
    </details>
  );
}
