import { asHtml, escapeHtml, type Html } from '../../domain/html.ts';
import { mediaUrl } from '../../domain/media/files.ts';
import type { Recording } from '../../domain/media/recording.ts';
import { href, type Site } from '../../domain/site/site.ts';
import type { Words } from '../../words/words.ts';
import { printLinkCard } from '../directives/embed.ts';

/** How a recording is printed. */
export interface RecordingPrinting {
  readonly site: Site;
  /** Of its captions. */
  readonly language: string;
  readonly words: Words;
  /** Whether links out must be marked as paid for. */
  readonly sponsored: boolean;
  /** The identifier of its transcript, if that stands elsewhere on the page. */
  readonly transcriptId: string | undefined;
}

/**
 * A recording with the browser's own controls, which loads nothing before it is played; or a card that leads to it, where it
 * is on another site. What is within the element is for browsers and feeds that cannot play it.
 */
export function printRecording(recording: Recording, printing: RecordingPrinting): Html {
  const { kind, source, title, poster } = recording;
  const { site, words } = printing;
  const address = (path: string): string => escapeHtml(href(site, mediaUrl(path)));
  const name = title?.html ?? escapeHtml(words(kind));
  if (source.kind === 'elsewhere') {
    const picture =
      poster &&
      `<img src="${address(poster.path)}" alt="" width="${poster.width}" height="${poster.height}" loading="lazy">`;
    return printLinkCard({ url: source.url, title: name, picture, isPaid: printing.sponsored });
  }
  const attributes = [
    'controls',
    kind === 'audio' ? 'preload="none"' : 'preload="metadata" playsinline',
    `src="${address(source.path)}"`,
    `aria-label="${escapeHtml(title?.text ?? words(kind))}"`,
    ...(poster ? [`poster="${address(poster.path)}" width="${poster.width}" height="${poster.height}"`] : []),
  ];
  const track = trackOf(recording, printing);
  const player = `<${kind} ${attributes.join(' ')}>${track}<a href="${address(source.path)}">${name}</a></${kind}>`;
  const caption = captionOf(recording, printing);
  const figcaption = caption === '' ? '' : `<figcaption>${caption}</figcaption>`;
  return asHtml(`<figure class="recording ${kind}">${player}${figcaption}</figure>\n`);
}

/** A transcript, folded away: `summary` is all that shows of it at first. */
export function printTranscript(
  transcript: Html,
  { id, title, words }: { readonly id?: string | undefined; readonly title: Html | undefined; readonly words: Words },
): Html {
  const name = escapeHtml(words('transcript')) + (title === undefined ? '' : `: ${title}`);
  const identifier = id === undefined ? '' : ` id="${id}"`;
  return asHtml(`<details class="transcript"${identifier}><summary>${name}</summary>\n${transcript}</details>\n`);
}

function trackOf({ captions }: Recording, { site, language, words }: RecordingPrinting): string {
  if (!captions) return '';
  const source = escapeHtml(href(site, mediaUrl(captions.path)));
  const label = escapeHtml(words('captions'));
  return `<track kind="captions" src="${source}" srclang="${escapeHtml(language)}" label="${label}">`;
}

function captionOf({ title, duration }: Recording, { words, transcriptId }: RecordingPrinting): string {
  const parts = [
    ...(title ? [`<span class="caption">${title.html}</span>`] : []),
    ...(duration === undefined ? [] : [`<span class="duration">${printClock(duration)}</span>`]),
    ...(transcriptId === undefined ? [] : [`<a href="#${transcriptId}">${escapeHtml(words('transcript'))}</a>`]),
  ];
  return parts.join(' ');
}

/** `4:05`, `1:02:30`: as players show it. */
function printClock(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
