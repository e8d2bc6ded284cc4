import type { KeyText } from '../../domain/content/key-text.ts';
import type { Html, RichText } from '../../domain/html.ts';
import type { MediaLibrary } from '../../domain/media/library.ts';
import type { MediaFile } from '../../domain/media/files.ts';
import { endingsOf, type Recording, type RecordingKind, recordingTypeOf } from '../../domain/media/files.ts';
import { readAddress } from '../../domain/site/written-address.ts';
import { hintForAddress } from '../../diagnostics/address-faults.ts';
import { quote } from '../../diagnostics/wording.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { doubtsOfCaptions, readCaptions, readTranscript, wrongCaptions } from './captions.ts';
import { findFile, findText } from './find-file.ts';
import { findPicture } from './find-file.ts';

/** A recording as an editor gives it, in front matter or in a directive. */
export interface RecordingValues {
  readonly src?: string | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly duration?: string | undefined;
  readonly poster?: string | undefined;
  readonly captions?: string | undefined;
  readonly transcript?: string | undefined;
}

type Key = keyof RecordingValues;

/** What is said of the keys of a recording, in front matter and in directives. */
export const RECORDING_NOTES = {
  src: { label: 'File', help: 'The file, which lies beside the story or in `content/media/`.' },
  url: {
    label: 'Address',
    help: 'The address of a recording on another site, in place of `src`. A card leads there, and nothing is loaded from there.',
    examples: ['https://video.example/watch?v=7'],
    content: 'address',
  },
  title: { help: 'What it is called.', examples: ['The bells of St Brannock’s'] },
  duration: { help: 'How long it takes, in quotes.', examples: ['4:05', '1:02:30'] },
  poster: {
    help: 'The picture that stands in the place of a video until it is played.',
    examples: ['flood.jpg'],
    content: 'picture',
  },
  captions: { help: 'A `.vtt` file with captions.', examples: ['flood.vtt'], content: 'captions' },
  transcript: {
    help: 'What is said: a `.txt` or `.vtt` file, or the text itself. A video with captions can do without.',
    examples: ['bells.txt'],
    content: 'paragraphs',
  },
} as const satisfies { readonly [Name in Key]: KeyText };

/** What reading a recording needs, and where it notes what it found. */
export interface RecordingContext {
  readonly media: MediaLibrary;
  /** The path of the text that names it. */
  readonly path: string;
  readonly renderLine: (markdown: string) => RichText;
  readonly usedMedia: Set<string>;
  /** Notes something wrong with a value, or with the recording itself. */
  readonly note: (key: Key | undefined, finding: Pick<Finding, 'code' | 'message' | 'hint'>) => void;
}

/** A recording, and the transcript that is printed with it. */
export interface RecordingRead {
  readonly recording: Recording;
  readonly transcript: Html | undefined;
}

/** Reads a recording, and notes what is wrong with it; `undefined` where it is not to be had. */
export function readRecording(
  kind: RecordingKind,
  values: RecordingValues,
  context: RecordingContext,
): RecordingRead | undefined {
  const { media, path, renderLine, usedMedia, note } = context;
  const title = values.title?.trim() ? renderLine(values.title) : undefined;
  const source = readSource(kind, values, context);
  const duration = values.duration === undefined ? undefined : secondsOf(values.duration);
  if (values.duration !== undefined && duration === undefined) {
    const message = `Unexpected duration ${quote(values.duration)}, expected minutes and seconds`;
    note('duration', { code: 'value-choice', message, hint: 'write it as players show it: `4:05`, or `1:02:30`' });
  }
  const poster = readPoster(values.poster, context);
  const captions = readCaptionsFile(values.captions, context);
  let transcript: Html | undefined;
  if (values.transcript?.trim()) {
    const line = (markdown: string): Html => renderLine(markdown).html;
    const read = readTranscript(values.transcript, { media, path, renderLine: line });
    if (read.kind === 'wrong') note('transcript', read);
    else {
      transcript = read.html;
      for (const doubt of read.doubts) note('transcript', doubt);
    }
  } else if (source?.kind === 'file' && (kind === 'audio' || !values.captions?.trim())) {
    noteMissingTranscript(kind, note);
  }
  if (!source) return undefined;
  for (const file of [poster, captions]) if (file) usedMedia.add(file.path);
  if (source.kind === 'file') usedMedia.add(source.path);
  const hasTranscript = transcript !== undefined;
  return { recording: { kind, source, title, duration, poster, captions, hasTranscript }, transcript };
}

function readSource(
  kind: RecordingKind,
  { src, url }: RecordingValues,
  { media, path, note }: RecordingContext,
): Recording['source'] | undefined {
  const [file, address] = [src?.trim(), url?.trim()];
  if (file && address) {
    const message = `Unexpected \`url\` beside \`src\`, expected one of the two`;
    note('url', {
      code: 'value-choice',
      message,
      hint: 'keep `src` for a file in content/, or `url` for another site',
    });
  }
  if (file) {
    const name = kind === 'audio' ? 'sound file' : 'video file';
    const found = findFile(media, path, file, { name, endings: endingsOf(kind) });
    if (found.kind === 'wrong') {
      note('src', found);
      return undefined;
    }
    const type = recordingTypeOf(found.file.path)?.type ?? '';
    return { kind: 'file', path: found.file.path, type, size: found.file.size };
  }
  if (!address) {
    const message = `Unexpected \`${kind}\` without \`src\` or \`url\`, expected one`;
    const hint = 'add `src` with a file in content/media/, or `url` with an address on another site';
    note(undefined, { code: 'key-missing', message, hint });
    return undefined;
  }
  const web = readAddress(address);
  if (web.kind === 'web') return { kind: 'elsewhere', url: web.url };
  const message = `Unexpected address ${quote(address)}, expected one like \`https://example.com/page\``;
  const hint = hintForAddress(web, 'copy the address from the browser, with `https://`');
  note('url', { code: 'url-invalid', message, hint });
  return undefined;
}

function readPoster(written: string | undefined, { media, path, note }: RecordingContext): MediaFile | undefined {
  if (!written?.trim()) return undefined;
  const found = findPicture(media, path, written.trim());
  if (found.kind === 'found') return found.file;
  note('poster', found);
  return undefined;
}

function readCaptionsFile(written: string | undefined, { media, path, note }: RecordingContext): MediaFile | undefined {
  if (!written?.trim()) return undefined;
  const found = findText(media, path, written.trim(), { name: 'file of captions', endings: ['.vtt'] });
  if (found.kind === 'wrong') {
    note('captions', found);
    return undefined;
  }
  const captions = readCaptions(found.text);
  if (captions.kind === 'wrong') {
    note('captions', wrongCaptions(written, captions.line));
    return undefined;
  }
  for (const doubt of doubtsOfCaptions(written.trim(), found.text, captions)) note('captions', doubt);
  return found.file;
}

function noteMissingTranscript(kind: RecordingKind, note: RecordingContext['note']): void {
  const wanted = kind === 'audio' ? '`transcript`' : '`captions` or `transcript`';
  note(undefined, {
    code: 'transcript-missing',
    message: `Unexpected \`${kind}\` without ${wanted}, expected what is said in it`,
    hint: 'put what is said into a text file in content/media/ and write `transcript: its-name.txt`; where nobody speaks, say so: `transcript: Music.`',
  });
}

/** `4:05` or `1:02:30` in seconds; minutes alone too. */
function secondsOf(written: string): number | undefined {
  const parts = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)$/.exec(written.trim());
  if (!parts) return undefined;
  const [, hours = '0', minutes, seconds] = parts;
  if (parts[1] !== undefined && Number(minutes) > 59) return undefined;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
