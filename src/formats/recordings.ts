import type { ArticleRecord } from '../domain/article.ts';
import { mediaUrl } from '../domain/media-url.ts';
import type { Recording } from '../domain/recording.ts';
import { absoluteUrl, type Site } from '../domain/site.ts';
import { isoTime } from '../time/print-time.ts';

/** The lead recordings of a story as structured data: schema.org `AudioObject` and `VideoObject`. */
export function recordingsJsonLd(
  article: ArticleRecord,
  site: Site,
): Readonly<Record<'audio' | 'video', object | undefined>> {
  const { audio, video } = article;
  return { audio: audio && describe(audio, article, site), video: video && describe(video, article, site) };
}

function describe(
  { kind, source, title, duration, poster, captions }: Recording,
  article: ArticleRecord,
  site: Site,
): object {
  const { headline, dek, picture, date, language } = article;
  const address = (path: string): string => absoluteUrl(site, mediaUrl(path));
  const thumbnail = poster ?? picture?.file;
  return {
    '@type': kind === 'audio' ? 'AudioObject' : 'VideoObject',
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
  };
}

/** ISO 8601: `PT1H2M30S`. */
function isoDuration(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const parts = [hours > 0 ? `${hours}H` : '', minutes > 0 ? `${minutes}M` : '', rest > 0 ? `${rest}S` : ''].join('');
  return `PT${parts || '0S'}`;
}
