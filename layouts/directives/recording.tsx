import type { VNode } from 'preact';
import type { Html } from '../../src/domain/html.ts';
import { Raw, RawHtml } from '../parts/html.tsx';
import type { PrintedFiles } from '../../src/domain/media/printed-picture.ts';

/** A player of sound or moving pictures: `::audio`, `::video`, and what stands at the head of a story. */
export interface PlayerData {
  readonly kind: 'audio' | 'video';
  readonly src: string;
  /** What it is called; for screen readers, without markup. */
  readonly name: Html;
  readonly label: string;
  readonly poster: PrintedFiles | undefined;
  readonly captions: { readonly src: string; readonly language: string; readonly label: string } | undefined;
  /** What stands under it. */
  readonly title: Html | undefined;
  /** `4:05` */
  readonly duration: string | undefined;
  /** The way to its transcript, if that stands elsewhere on the page. */
  readonly transcript: { readonly href: string; readonly label: string } | undefined;
}

/**
 * A player with the browser's own controls, which loads nothing before it is played. What is within the element is for browsers
 * that cannot play it; feeds have only that, see `src/formats/html-text.ts`.
 */
export function Player(player: PlayerData): VNode {
  const { kind, src, name, label, poster, captions } = player;
  const isVideo = kind === 'video';
  const Element = kind;
  return (
    <figure class={`recording ${kind}`}>
      <Element
        controls
        preload="none"
        playsinline={isVideo}
        src={src}
        aria-label={label}
        poster={poster?.src}
        width={poster?.width}
        height={poster?.height}
      >
        {captions !== undefined && (
          <track kind="captions" src={captions.src} srclang={captions.language} label={captions.label} />
        )}
        <Raw as="a" href={src} html={name} />
      </Element>
      <Caption {...player} />
    </figure>
  );
}

function Caption({ title, duration, transcript }: PlayerData): VNode | null {
  const parts = [
    title !== undefined && <Raw as="span" class="caption" html={title} />,
    duration !== undefined && <span class="duration">{duration}</span>,
    transcript !== undefined && <a href={transcript.href}>{transcript.label}</a>,
  ].filter((part) => part !== false);
  if (parts.length === 0) return null;
  return <figcaption>{parts.map((part, index) => (index === 0 ? part : [' ', part]))}</figcaption>;
}

/** What is said in a recording. */
export interface TranscriptData {
  readonly id: string | undefined;
  /** “Transcript”. */
  readonly label: string;
  /** Of the recording. */
  readonly title: Html | undefined;
  readonly text: Html;
}

/** Folded away: the summary is all that shows of it at first. */
export function Transcript({ id, label, title, text }: TranscriptData): VNode {
  return (
    <details class="transcript" id={id}>
      <summary>
        {label}
        {title !== undefined && [': ', <RawHtml html={title} />]}
      </summary>
      {'\n'}
      <RawHtml html={text} />
    </details>
  );
}
