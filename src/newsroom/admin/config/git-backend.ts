import type { AdminSettings } from '../../../domain/site/admin.ts';
import type { AdminBackend } from './admin-config.ts';

/** What the published editor is told of its repository, and which hosts its page has to let through. */
export interface GitBackend {
  readonly backend: AdminBackend;
  readonly publishMode: 'editorial_workflow' | 'simple';
  readonly hosts: readonly string[];
}

/** The settings of Decap CMS for a repository. */
export function gitBackend(settings: AdminSettings): GitBackend {
  const { backend: name, repository: repo, branch, workflow } = settings;
  const publishMode = workflow === 'direct' ? 'simple' : 'editorial_workflow';
  if (name === 'github') {
    const hosts = ['https://api.github.com', 'https://*.githubusercontent.com', 'https://www.githubstatus.com'];
    return { backend: { name, repo, branch, base_url: settings.auth, auth_endpoint: 'auth' }, publishMode, hosts };
  }
  const host = settings.host ?? 'https://gitlab.com';
  const address = settings.host === undefined ? {} : { base_url: host, api_root: `${host}/api/v4` };
  const backend = { name, repo, branch, auth_type: 'pkce', app_id: settings.appId, ...address };
  return { backend, publishMode, hosts: [host] };
}
