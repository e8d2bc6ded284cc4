import type { RichText } from '../html.ts';
import type { MediaFile } from './files.ts';

/** Sound, or moving pictures. */
export type RecordingKind = 'audio' | 'video';

/** Sound or moving pictures, with what a reader needs who cannot hear or see them. schema.org: `AudioObject`, `VideoObject`. */
export interface Recording {
  readonly kind: RecordingKind;
  readonly source: RecordingSource;
  readonly title: RichText | undefined;
  /** In whole seconds. */
  readonly duration: number | undefined;
  /** The picture that stands in its place until it is played. */
  readonly poster: MediaFile | undefined;
  /** What is said in it, timed: WebVTT. */
  readonly captions: MediaFile | undefined;
  /** Whether the story prints what is said in it. */
  readonly hasTranscript: boolean;
}

/** Where a recording is. */
export type RecordingSource =
  | {
      readonly kind: 'file';
      /** Path in `content/`. */
      readonly path: string;
      /** `audio/mpeg` */
      readonly type: string;
      /** In bytes. */
      readonly size: number | undefined;
    }
  /** On another site: nothing is loaded from there. */
  | { readonly kind: 'elsewhere'; readonly url: string };

const TYPES: ReadonlyMap<string, { readonly kind: RecordingKind; readonly type: string }> = new Map([
  ['.mp3', { kind: 'audio', type: 'audio/mpeg' }],
  ['.m4a', { kind: 'audio', type: 'audio/mp4' }],
  ['.ogg', { kind: 'audio', type: 'audio/ogg' }],
  ['.opus', { kind: 'audio', type: 'audio/ogg' }],
  ['.wav', { kind: 'audio', type: 'audio/wav' }],
  ['.mp4', { kind: 'video', type: 'video/mp4' }],
  ['.webm', { kind: 'video', type: 'video/webm' }],
]);

/** What a file is a recording of, by its name; `undefined` where it is none. */
export function recordingTypeOf(path: string): { readonly kind: RecordingKind; readonly type: string } | undefined {
  return TYPES.get(/\.[^./]*$/.exec(path)?.[0].toLowerCase() ?? '');
}

/** How the names of files end that hold recordings of a kind: `.mp3`, `.m4a` … */
export function endingsOf(kind: RecordingKind): readonly string[] {
  return [...TYPES].flatMap(([ending, type]) => (type.kind === kind ? [ending] : []));
}
