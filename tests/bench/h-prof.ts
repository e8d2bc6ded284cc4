import { writeFileSync, mkdtempSync, rmSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PreviewSite } from '../../src/preview/preview-site.ts';
import { NEWSROOM } from '../preview/bar/mistakes.ts';
import { makeCorpus } from './corpus.ts';
import { writeNewsroom } from './sites/broadsheet.ts';
const folder = mkdtempSync(join(tmpdir(), 'h-prof-'));
const content = join(folder, 'content');
const corpus = makeCorpus(5000, 1);
writeNewsroom(corpus, content);
const sections = corpus.sections.map((id) => `  - { id: ${id}, title: ${id} }\n`).join('');
for (const [path, text] of Object.entries({ ...NEWSROOM, 'site.yaml': NEWSROOM['site.yaml'] + sections })) {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), text);
}
const site = await PreviewSite.open({ content, cache: join(folder, 'cache'), now: '2026-11-23 12:00', drafts: true, url: undefined, jobs: 2 } as any, { onWait() {}, onUnkept() {} } as any);
const inspector = await import('node:inspector/promises');
const session = new inspector.Session();
session.connect();
const run = async () => {
for (let i = 0; i < 3; i++) {
  for (const t of ['/old/: /2026/11/23/bridge/\n/older/: /2026/11/23/bridge/\n', '/old/: /2026/11/23/brigde/\n']) {
  writeFileSync(join(content, 'redirects.yaml'), t);
  const s = performance.now(); const c = process.cpuUsage();
  const k = await site.reread(new Set([join(content, 'redirects.yaml')]));
  const u = process.cpuUsage(c);
  console.log(k, Math.round(performance.now() - s), 'ms; cpu', Math.round((u.user + u.system) / 1000));
  }
}
};
await run();
await session.post('Profiler.enable');
await session.post('Profiler.start');
await run();
const { profile } = await session.post('Profiler.stop');
writeFileSync('/tmp/h-prof.cpuprofile', JSON.stringify(profile));
site.close();
rmSync(folder, { recursive: true, force: true });
