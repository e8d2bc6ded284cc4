import type { UrlPath } from '../addresses.ts';

/** Where the published editor reads the files of the newsroom from, and how it writes them: a repository of GitHub or GitLab. */
export interface AdminSettings {
  readonly backend: 'github' | 'gitlab';
  /** `owner/name`; of GitLab with groups in between. */
  readonly repository: string;
  readonly branch: string;
  /** Each change is a request to be read by somebody else, or goes to the branch at once. */
  readonly workflow: 'pull-requests' | 'direct';
  /** Scheme and host of who signs people in for GitHub, without a slash at the end. */
  readonly auth: string | undefined;
  /** The id under which GitLab knows the editor. */
  readonly appId: string | undefined;
  /** Scheme and host of a GitLab of one's own. */
  readonly host: string | undefined;
  /** The folder of the repository that `content/` lies in; empty for the root. */
  readonly folder: string;
}

/** The addresses of the published editor. */
export const ADMIN_URLS = {
  page: '/admin/' as UrlPath,
  settings: '/admin/config.json' as UrlPath,
  script: '/admin/editor.js' as UrlPath,
} as const;
