import type { PreviewSite } from '../preview-site.ts';
import type { Trouble } from '../trouble.ts';

/** An address of the preview itself, beside those of the site that it shows: of the desk, or of the editor in the browser. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** The decoded path, such as `/_desk/stories`; one that ends in `/*` is of all below it. */
  readonly path: `/${(typeof TOOL_FOLDERS)[number]}${'' | `/${string}`}`;
  /** The most bytes that a body may have; {@link MOST_BYTES} where nothing is said. */
  readonly mostBytes?: number;
  /** What is answered. A fault is told in the terminal, and answered with 500. */
  respond(request: RouteRequest, served: Served): RouteAnswer | Promise<RouteAnswer>;
}

/** The folders of the addresses that are of the preview itself. No page of a site begins with an underscore. */
export const TOOL_FOLDERS = ['_desk', 'admin'] as const;

/** The most bytes of a body, where a route says nothing else. */
export const MOST_BYTES = 64 * 1024;

/** A request that the guard has let through. */
export interface RouteRequest {
  /** Decoded, without `.` and `..`, without control characters and backslashes. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Scheme and host by which whoever asks knows this server: `http://localhost:8080`. */
  readonly origin: string;
  /** What the JSON of the body says; `undefined` for a GET. Nothing is known of its shape. */
  readonly body: unknown;
}

/** What a route answers with. */
export interface RouteAnswer {
  /** 200 where nothing is said. */
  readonly status?: number;
  /** The media type, with its charset where it is a text. */
  readonly type: string;
  /** A file that is sent by its path on disk, or the bytes themselves. */
  readonly body: string | Uint8Array | { readonly diskPath: string };
  /** Further headers; a page takes the place of {@link TOOL_POLICY} by `content-security-policy`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a newsroom is served with, as it is while a request is answered. */
export interface Served {
  /** Absolute path of the content folder. */
  readonly content: string;
  /** `undefined` until the newsroom was read for the first time. */
  readonly site: PreviewSite | undefined;
  /** What has the whole site stand still. */
  readonly trouble: Trouble | undefined;
  /** What a POST proves itself with, in the header `x-broadsheet-token`. */
  readonly token: string;
}

/** What pages of the preview itself may load: its own files, and pages of the site in frames. */
export const TOOL_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' ws:",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

/** An answer in JSON. */
export function json(value: unknown, status = 200): RouteAnswer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

/** An answer that says, in one sentence for people, why a request is not done. */
export function refusal(status: number, error: string): RouteAnswer {
  return json({ error }, status);
}
