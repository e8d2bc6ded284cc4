import { Player, Transcript } from '../../../layouts/directives/recording.tsx';
import { escapeHtml, type Html } from '../../domain/html.ts';
import { mediaUrl } from '../../domain/media/files.ts';
import { printFiles } from '../../domain/media/printed-picture.ts';
import type { Recording } from '../../domain/media/files.ts';
import { href, type Site } from '../../domain/site/site.ts';
import type { Words } from '../../words/words.ts';
import { printLinkCard } from '../directives/embed.ts';
import { printBlock } from '../print-layout.ts';

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

/** Prints a player; or, of a recording on another site, a card that leads to it. */
export function printRecording(recording: Recording, printing: RecordingPrinting): Html {
  const { kind, source, title, duration, captions } = recording;
  const { site, language, words, transcriptId } = printing;
  const address = ({ path }: { readonly path: string }): string => href(site, mediaUrl(path));
  const name = title?.html ?? escapeHtml(words(kind));
  const poster = recording.poster && printFiles(recording.poster, 'whole', { site });
  if (source.kind === 'elsewhere') {
    return printLinkCard({ url: source.url, title: name, picture: poster, isPaid: printing.sponsored });
  }
  return printBlock(Player, {
    kind,
    src: address(source),
    name,
    label: title?.text ?? words(kind),
    poster,
    captions: captions && { src: address(captions), language, label: words('captions') },
    title: title?.html,
    duration: duration === undefined ? undefined : printClock(duration),
    transcript: transcriptId === undefined ? undefined : { href: `#${transcriptId}`, label: words('transcript') },
  });
}

/** Prints what is said in a recording. */
export function printTranscript(
  text: Html,
  { id, title, words }: { readonly id?: string | undefined; readonly title: Html | undefined; readonly words: Words },
): Html {
  return printBlock(Transcript, { id, label: words('transcript'), title, text });
}

/** `4:05`, `1:02:30`: as players show it. */
function printClock(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
