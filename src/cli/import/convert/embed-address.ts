import { parseUrl } from '../../../domain/addresses.ts';
import type { TextContext } from '../archive.ts';

/** Addresses of players by what they show, for readers who follow a link. */
const PLAYERS: readonly {
  readonly host: RegExp;
  readonly path: RegExp;
  readonly page: (id: string, url: URL) => string;
}[] = [
  {
    host: /(?:^|\.)(?:youtube|youtube-nocookie)\.com$/,
    path: /^\/(?:embed|v|e|shorts)\/([\w-]+)/,
    page: (id, url) =>
      id === 'videoseries'
        ? `https://www.youtube.com/playlist?list=${url.searchParams.get('list') ?? ''}`
        : `https://www.youtube.com/watch?v=${id}`,
  },
  { host: /^player\.vimeo\.com$/, path: /^\/video\/(\d+)/, page: (id) => `https://vimeo.com/${id}` },
  {
    host: /(?:^|\.)dailymotion\.com$/,
    path: /^\/embed\/video\/(\w+)/,
    page: (id) => `https://www.dailymotion.com/video/${id}`,
  },
  { host: /^open\.spotify\.com$/, path: /^\/embed\/(.+)$/, page: (id) => `https://open.spotify.com/${id}` },
  {
    host: /^w\.soundcloud\.com$/,
    path: /^\/(player)/,
    page: (_id, url) => url.searchParams.get('url') ?? url.href,
  },
];

/** The address to which a frame or an embedded post leads its readers, whole; `undefined` where it is no page of the web. */
export function embedAddress(written: string, context: TextContext): string | undefined {
  const url = parseUrl(written.startsWith('//') ? `https:${written}` : written) ?? parseUrl(context.link(written));
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '' || url.username !== '') return undefined;
  for (const { host, path, page } of PLAYERS) {
    const id = host.test(url.hostname) ? path.exec(url.pathname)?.[1] : undefined;
    if (id !== undefined) return parseUrl(page(id, url))?.href;
  }
  return url.href;
}
