import { afterAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../../../../src/cli/import/open-archive.ts';
import { aFolderOf, importInto, removeFolders } from '../../an-archive.ts';

afterAll(removeFolders);

const STORY = '---\ntitle: The bridge\ndate: 2019-03-01\nauthor: Ada Brook\n---\n\nIt is closed.\n';

async function projectOf(files: Readonly<Record<string, string>>) {
  const archive = await openArchive(aFolderOf({ 'blog/bridge.md': STORY, ...files }), 'eleventy', {
    ...{ media: undefined, site: { url: 'https://old.example/' } },
  });
  return {
    archive,
    redirects: [...archive.redirects.filter(({ to }) => to !== '/feed.xml'), ...(archive.patterns ?? [])].map(
      ({ from, to }) => `${from} → ${to}`,
    ),
    lost: archive.notes.filter(({ what }) => what === 'redirect with a condition or an expression').length,
  };
}

describe('files for hosts', () => {
  it('have redirects, in the form of each', async () => {
    const { redirects, lost } = await projectOf({
      _redirects:
        '# old\n/a /blog/bridge/ 301\n/b   /blog/bridge/\n/ p=12 /blog/bridge/ 301!\n/app/* /index.html 200\n/de/* /x/:splat 302 Country=de\n/k/* /blog/:splat\n',
      'public/_redirects': '/c /blog/bridge/ # moved\n',
      'netlify.toml':
        '[[redirects]]\nfrom = "/d"\nto = "/blog/bridge/"\nstatus = 301\n[[redirects]]\nfrom = "/e"\nto = "/x"\n[redirects.conditions]\nCountry = ["de"]\n',
      'vercel.json':
        '{"redirects":[{"source":"/f","destination":"/blog/bridge/"},{"source":"/g/(.*)","destination":"/blog/$1"},{"source":"/h/:x(\\\\d+)","destination":"/i"}]}',
      'firebase.json':
        '{"hosting":{"redirects":[{"source":"/l","destination":"/blog/bridge/","type":301},{"regex":"^/m.*","destination":"/n"}]}}',
      'staticwebapp.config.json':
        '{"routes":[{"route":"/o","redirect":"/blog/bridge/"},{"route":"/p","rewrite":"/q"}]}',
    });

    expect(redirects).toEqual([
      '/a → /blog/bridge/',
      '/b → /blog/bridge/',
      '/?p=12 → /blog/bridge/',
      '/c → /blog/bridge/',
      '/d → /blog/bridge/',
      '/f → /blog/bridge/',
      '/l → /blog/bridge/',
      '/o → /blog/bridge/',
      '/k/* → /blog/:splat',
      '/g/* → /blog/:splat',
    ]);
    expect(lost).toBe(4);
  });

  it.each(['vercel.json', 'netlify.toml', 'firebase.json', 'staticwebapp.config.json', '_redirects'])(
    'are passed over where they cannot be read: %s',
    async (name) => {
      expect(
        (await projectOf({ [name]: '{"redirects": [1, null, "x", {"source": 7}], "hosting": 3, "routes": {}}' }))
          .redirects,
      ).toEqual([]);
    },
  );

  it('become lines of redirects.yaml that nothing is wrong with; what cannot be one is told', async () => {
    const { archive } = await projectOf({
      _redirects:
        '/a /blog/bridge/\n/old/:slug /blog/:slug 301\n/blog/* /new/:splat\n/far/* https://far.example/:splat\n/up/* /:splat\n/x/* /x/y/:splat\n',
    });
    const folder = aFolderOf();
    const { report } = await importInto(folder, archive);
    const { readFileSync } = await import('node:fs');
    const lines = readFileSync(`${folder}/content/redirects.yaml`, 'utf8').split('\n');

    expect(lines.filter((line) => /^\/(?:a|old|far|up|x|blog)\b/.test(line))).toEqual([
      '/a: /blog/bridge/',
      '/old/:slug: /blog/:slug',
      '/far/*: https://far.example/:splat',
      '/up/:slug/: /:slug/',
      '/up/:first/:slug/: /:first/:slug/',
      '/up/:first/:second/:slug/: /:first/:second/:slug/',
    ]);
    expect(report).toContain('### Redirect to what is not there, or from where pages are: 2\n');
  });
});
