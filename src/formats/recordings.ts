import type { AudioObjectLeaf, VideoObjectLeaf } from 'schema-dts';
import type { ArticleRecord } from '../domain/article.ts';
import { mediaUrl } from '../domain/media-url.ts';
import type { Recording } from '../domain/recording.ts';
import { absoluteUrl, type Site } from '../domain/site.ts';
import { isoTime } from '../time/print-time.ts';
import { defined } from './defined.ts';

/** The lead recordings of a story as structured data: schema.org `AudioObject` and `VideoObject`. */
export function recordingsJsonLd(
  article: ArticleRecord,
  site: Site,
): { readonly audio: AudioObjectLeaf | undefined; readonly video: VideoObjectLeaf | undefined } {
  const { audio, video } = article;
  return {
    audio: audio && { '@type': 'AudioObject', ...describe(audio, article, site) },
    video: video && { '@type': 'VideoObject', ...describe(video, article, site) },
  };
}

/** What sound and moving pictures both have. */
type RecordingData = Omit<AudioObjectLeaf, '@type'> & Omit<VideoObjectLeaf, '@type'>;

function describe(
  { source, title, duration, poster, captions }: Recording,
  article: ArticleRecord,
  site: Site,
): RecordingData {
  const { headline, dek, picture, date, language } = article;
  const address = (path: string): string => absoluteUrl(site, mediaUrl(path));
  const thumbnail = poster ?? picture?.file;
  return defined<RecordingData>({
    name: title?.text ?? headline.text,
    description: dek?.text ?? headline.text,
    ...(source.kind === 'file'
      ? {
          contentUrl: address(source.path),
          encodingFormat: source.type,
          contentSize: source.size === undefined ? undefined : String(source.size),
        }
      : { url: source.url }),
    duration: duration === undefined ? undefined : isoDuration(duration),
    thumbnailUrl: thumbnail && address(thumbnail.path),
    uploadDate: isoTime(date.instant, site.timeZone),
    inLanguage: language,
    caption: captions && { '@type': 'MediaObject', contentUrl: address(captions.path), encodingFormat: 'text/vtt' },
  });
}

/** ISO 8601: `PT1H2M30S`. */
function isoDuration(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const parts = [hours > 0 ? `${hours}H` : '', minutes > 0 ? `${minutes}M` : '', rest > 0 ? `${rest}S` : ''].join('');
  return `PT${parts || '0S'}`;
}
