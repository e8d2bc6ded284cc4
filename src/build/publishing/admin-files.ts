import { gunzipSync } from 'node:zlib';
import { adminConfig } from '../../newsroom/admin/config/admin-config.ts';
import { policyOf, printAdminPage } from '../../newsroom/admin/config/admin-page.ts';
import { gitBackend } from '../../newsroom/admin/config/git-backend.ts';
import { editorScript } from '../../assets/editor-script.ts';
import { escapeHtml } from '../../domain/html.ts';
import { choicesIn } from '../../newsroom/keys/newsroom-choices.ts';
import { pageLayouts, storyLayouts } from '../layouts.ts';
import type { PreparedBuild } from '../planning/prepared-build.ts';

/** A build with the files of the editor, where `site.yaml` asks for that; as it is, where it does not. */
export async function withAdmin(build: PreparedBuild): Promise<PreparedBuild> {
  const { admin, title, timeZone } = build.edition.site;
  if (!admin) return build;
  const { backend, publishMode, hosts } = gitBackend(admin);
  const choices = choicesIn(build.edition, { storyLayouts: storyLayouts(), pageLayouts: pageLayouts() });
  const { decap, ...config } = adminConfig({ title, timeZone, choices, backend, folder: admin.folder });
  const policy = `<meta http-equiv="content-security-policy" content="${escapeHtml(policyOf(hosts))}">\n`;
  const files: readonly (readonly [string, Buffer])[] = [
    ['admin/index.html', Buffer.from(printAdminPage(policy))],
    ['admin/config.json', Buffer.from(JSON.stringify({ ...config, decap: { ...decap, publish_mode: publishMode } }))],
    ['admin/editor.js', gunzipSync(await editorScript())],
  ];
  const addresses = new Set(['/admin/', '/admin/config.json', '/admin/editor.js']);
  return {
    ...build,
    bytes: new Map([...build.bytes, ...files]),
    isTaken: (url) => addresses.has(url) || build.isTaken(url),
  };
}
