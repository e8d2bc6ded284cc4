import type { RecordingKind } from '../../domain/media/files.ts';
import type { Attribute, NotedDirective } from './directive.ts';
import { printRecording, printTranscript } from '../media/print-recording.ts';
import { readRecording, RECORDING_NOTES, type RecordingValues } from '../media/read-recording.ts';

/** Sound within a text: `::audio{src=bells.mp3 title="The bells" transcript=bells.txt}`. */
export const audio: NotedDirective = recordingDirective('audio', {
  help: 'Sound within the text.',
  attributes: attributesOf({ src: 'bells.mp3', content: 'sound', title: 'The bells' }),
});

/** Moving pictures within a text: `::video{src=flood.mp4 poster=flood.jpg captions=flood.vtt}`. */
export const video: NotedDirective = recordingDirective('video', {
  help: 'A film within the text.',
  attributes: attributesOf({ src: 'flood.mp4', content: 'video', title: 'The flood' }),
});

function recordingDirective(kind: RecordingKind, note: Pick<NotedDirective, 'help' | 'attributes'>): NotedDirective {
  return {
    ...note,
    name: kind,
    form: 'line',
    more: 'sound-and-video',
    print: ({ attributes, environment, note }) => {
      const { media, path, site, words, sponsored, language, usedMedia, renderRich } = environment;
      const read = readRecording(kind, Object.fromEntries(attributes), {
        media,
        path,
        renderLine: renderRich,
        usedMedia,
        note,
      });
      if (!read) return '';
      const { recording, transcript } = read;
      const player = printRecording(recording, { site, language, words, sponsored, transcriptId: undefined });
      return (
        player + (transcript === undefined ? '' : printTranscript(transcript, { title: recording.title?.html, words }))
      );
    },
  };
}

function attributesOf({
  src,
  content,
  title,
}: {
  readonly src: string;
  readonly content: 'sound' | 'video';
  readonly title: string;
}): Readonly<Record<keyof RecordingValues, Attribute>> {
  const of = <Key extends Exclude<keyof RecordingValues, 'src'>>(key: Key): Attribute => {
    const { examples, ...note } = RECORDING_NOTES[key];
    return { ...note, example: examples[0] };
  };
  return {
    src: { ...RECORDING_NOTES.src, content, example: src, isUsual: true },
    url: of('url'),
    title: { ...of('title'), takes: 'line', example: title, isUsual: true },
    duration: of('duration'),
    poster: of('poster'),
    captions: of('captions'),
    transcript: { ...of('transcript'), takes: 'line', isUsual: true },
  };
}
