import type { RecordingKind } from '../../domain/media/files.ts';
import type { Directive } from './directive.ts';
import { printRecording, printTranscript } from '../media/print-recording.ts';
import { readRecording, RECORDING_KEYS } from '../media/read-recording.ts';

/** Sound within a text: `::audio{src=bells.mp3 title="The bells" transcript=bells.txt}`. */
export const audio: Directive = recordingDirective('audio');

/** Moving pictures within a text: `::video{src=flood.mp4 poster=flood.jpg captions=flood.vtt}`. */
export const video: Directive = recordingDirective('video');

function recordingDirective(kind: RecordingKind): Directive {
  return {
    name: kind,
    form: 'line',
    attributes: Object.fromEntries(RECORDING_KEYS.map((key) => [key, 'optional'])),
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
