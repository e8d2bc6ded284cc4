import { gunzipSync } from 'node:zlib';
import { adminConfig } from '../../newsroom/admin/config/admin-config.ts';
import { policyOf, printAdminPage } from '../../newsroom/admin/config/admin-page.ts';
import { gitBackend } from '../../newsroom/admin/config/git-backend.ts';
import { editorScript } from '../../assets/editor-script.ts';
import { outputPath } from '../../domain/addresses.ts';
import { ADMIN_URLS } from '../../domain/site/admin.ts';
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
  const files: ReadonlyMap<string, Buffer> = new Map([
    [outputPath(ADMIN_URLS.page), Buffer.from(printAdminPage(policy))],
    [
      outputPath(ADMIN_URLS.settings),
      Buffer.from(JSON.stringify({ ...config, decap: { ...decap, publish_mode: publishMode } })),
    ],
    [outputPath(ADMIN_URLS.script), gunzipSync(await editorScript())],
  ]);
  return {
    ...build,
    bytes: new Map([...build.bytes, ...files]),
    isTaken: (url) => files.has(outputPath(url)) || build.isTaken(url),
  };
}
