import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { AdminConfig } from '../../../src/newsroom/admin/config/admin-config.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { aNewsroomOnDisk, broadsheetInResident, removeNewsrooms } from '../run.ts';

afterAll(removeNewsrooms);

const SITE = 'title: The Harbour Ledger\nurl: https://ledger.example/\n';
const GITHUB = 'admin:\n  backend: github\n  repository: harbour/site\n  auth: https://auth.example/\n';
const GITLAB =
  'admin: { backend: gitlab, repository: a/b/c, appId: "4f", host: "https://gitlab.example", workflow: direct, folder: paper }\n';

async function built(admin: string): Promise<string> {
  const folder = aNewsroomOnDisk({ 'content/site.yaml': SITE + admin, 'content/articles/bridge.md': aStory() });
  const { status, stderr } = await broadsheetInResident(folder, 'build', '--now', '2026-11-30');
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  return join(folder, '_site');
}

function filesIn(output: string): Readonly<Record<string, string>> {
  const names = readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.map((path) => [path.slice(output.length + 1), readFileSync(path, 'latin1')]));
}

describe('the editor that is published', () => {
  it('is there only where site.yaml asks for it, and changes no other file', async () => {
    const plain = filesIn(await built(''));
    const {
      'admin/index.html': page = '',
      'admin/config.json': config = '',
      'admin/editor.js': script = '',
      ...others
    } = filesIn(await built(GITHUB));
    expect(Object.keys(plain).filter((path) => path.startsWith('admin'))).toEqual([]);
    expect(others).toEqual(plain);
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).toMatch(/content="default-src [^"]*connect-src [^"]*https:\/\/api\.github\.com/);
    expect(page).not.toContain('unsafe-eval');
    expect(script.length).toBeGreaterThan(1_000_000);
    const { decap } = JSON.parse(config) as AdminConfig;
    expect(decap).toMatchObject({
      publish_mode: 'editorial_workflow',
      backend: {
        name: 'github',
        repo: 'harbour/site',
        branch: 'main',
        base_url: 'https://auth.example',
        auth_endpoint: 'auth',
      },
      media_folder: 'content/media',
    });
  });

  it('knows a GitLab of one’s own, and the folder that the newsroom lies in', async () => {
    const output = await built(GITLAB);
    const { decap } = JSON.parse(readFileSync(join(output, 'admin/config.json'), 'utf8')) as AdminConfig;
    expect(decap).toMatchObject({
      publish_mode: 'simple',
      backend: {
        name: 'gitlab',
        repo: 'a/b/c',
        auth_type: 'pkce',
        app_id: '4f',
        base_url: 'https://gitlab.example',
        api_root: 'https://gitlab.example/api/v4',
      },
      media_folder: 'paper/content/media',
      collections: [
        { folder: 'paper/content/articles' },
        { folder: 'paper/content/contributors' },
        { folder: 'paper/content/pages' },
      ],
    });
    expect(readFileSync(join(output, 'admin/index.html'), 'utf8')).toContain('https://gitlab.example');
  });

  it.each([
    ['admin: true\n', 'backend'],
    ['admin: { backend: bitbucket, repository: a/b }\n', '`github`'],
    ['admin: { backend: github, repository: a/b }\n', 'without `auth`'],
    ['admin: { backend: gitlab, repository: a/b }\n', 'without `appId`'],
    [
      'admin: { backend: github, repository: "a/b\\"><script>", auth: "https://a.example" }\n',
      'expected one like `harbour-post/site`',
    ],
    ['admin: { backend: github, repository: a/b, auth: "http://a.example" }\n', 'begins with `https://`'],
    [
      'admin: { backend: github, repository: a/b, auth: "https://a.example", folder: ../b }\n',
      'a folder of the repository',
    ],
    ['admin: { backend: github, repository: a/b, auth: "https://a.example", branch: "a b" }\n', 'the name of a branch'],
  ])('is not published with settings that cannot work: %s', async (admin, told) => {
    const folder = aNewsroomOnDisk({ 'content/site.yaml': SITE + admin, 'content/articles/bridge.md': aStory() });
    const { status, stdout, stderr } = await broadsheetInResident(folder, 'build');
    expect([status, `${stdout}${stderr}`]).toEqual([1, expect.stringContaining(told)]);
    expect(existsSync(join(folder, '_site/admin'))).toBe(false);
  });
});
