import { builtinModules } from 'node:module';
import { basename } from 'node:path';
import { ADDRESSES_PATH } from '../../domain/site/permanent-addresses.ts';
import { printPermanentAddresses } from '../../validate/site/permanent-addresses.ts';
import { slugFrom } from '../../validate/story/slug.ts';
import { yaml } from './front-matter.ts';
import { type Answers, isEnglish, sectionsIn } from './answers.ts';
import { CHECK_WORKFLOW, PUBLISH_WORKFLOW } from './workflows.ts';

/** Texts of files by their paths. */
export type Files = Readonly<Record<string, string>>;

/** The name of the folder with what editors write. */
export const CONTENT = 'content';

const FIRST_CONTRIBUTOR = 'your-name';

/** What editors write: the site, a first story, who wrote it, and a page about the paper. `date` is the story's, as editors write it. */
export function contentFiles(answers: Answers, date: string): Files {
  const [year = '', month = ''] = date.split('-');
  return {
    'content/site.yaml': siteFile(answers),
    [`content/articles/${year}/${month}/a-first-story.md`]: firstStory(answers, date),
    [`content/contributors/${FIRST_CONTRIBUTOR}.md`]: CONTRIBUTOR,
    'content/pages/about.md': aboutPage(answers),
    [ADDRESSES_PATH]: printPermanentAddresses([]),
  };
}

function siteFile({ title, url, language, timeZone, sections }: Answers): string {
  const listed = sectionsIn(sections);
  return [
    '# What holds for every page. All that may stand here: node_modules/broadsheet/docs/writing.md\n',
    yaml({ title, url, language, timeZone, sections: listed.length > 0 ? listed : undefined }),
    yaml({ publisher: { contact: '/about/' } }),
    '# For social networks, a picture is drawn of each page that has none.\n',
    yaml({ pictures: { cards: true } }),
    '# Files of content/pages/ are text: nothing that somebody puts there is run by a build.\n',
    yaml({ pages: 'text' }),
  ].join('');
}

function firstStory({ language, sections }: Answers, date: string): string {
  const keys = {
    headline: 'A first story, to be replaced',
    dek: 'It shows where stories stand, and how another one is begun.',
    contributors: FIRST_CONTRIBUTOR,
    date,
    section: sectionsIn(sections)[0]?.id,
    language: isEnglish(language) ? undefined : 'en',
  };
  return `---
${yaml(keys)}---
This page is made of a file in \`content/articles/\`. Change it while \`npm start\` runs, and the browser shows it as soon as the file is saved.

The command \`npm run new -- "A headline"\` makes the file of another story. Who writes for the paper stands in \`content/contributors/\`, and what
the paper is in [\`content/pages/about.md\`](../../../pages/about.md).
`;
}

const CONTRIBUTOR = `---
name: Your Name
role: Editor
---
Say here who you are. The name of this file, without \`.md\`, is what stories have under \`contributors:\`.
`;

function aboutPage({ language }: Answers): string {
  return `---
${yaml({ title: 'About us', language: isEnglish(language) ? undefined : 'en' })}---
Say here who makes this paper, who owns it, and how to reach you.
`;
}

/** What the folder of a newsroom's own needs of Broadsheet. */
export interface Dependency {
  /** What npm is asked for: a range of versions, or `file:` and a path. */
  readonly broadsheet: string;
  readonly typescript: string;
  /** The releases of Node that Broadsheet runs with. */
  readonly node: string;
}

/** What makes a folder with content a newsroom's own: its package, and how it is built elsewhere. */
export function projectFiles(name: string, { broadsheet, typescript, node }: Dependency): Files {
  return {
    'package.json': json({
      name,
      private: true,
      type: 'module',
      engines: { node },
      scripts: {
        build: 'broadsheet build',
        start: 'broadsheet serve',
        check: 'broadsheet check',
        new: 'broadsheet new',
      },
      dependencies: { broadsheet },
      devDependencies: { typescript },
      // npm asks about each script that an installed package would run; this one is not needed.
      allowScripts: { esbuild: false },
    }),
    '.eleventy.ts': "export { default } from 'broadsheet';\n",
    'tsconfig.json': json({
      extends: 'broadsheet/tsconfig.json',
      include: ['layouts', 'rules', '.eleventy.ts'],
    }),
    '.gitignore': 'node_modules/\n_site/\n._site*\n.cache/\n',
    // Two branches that each publish something add lines of their own: git keeps those of both.
    '.gitattributes': `${ADDRESSES_PATH} merge=union\n`,
    '.github/workflows/check.yml': CHECK_WORKFLOW,
    '.github/workflows/publish.yml': PUBLISH_WORKFLOW,
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** Names that npm refuses, or that would be taken for something else. */
const TAKEN = new Set([...builtinModules, 'broadsheet', 'create-broadsheet', 'node-modules', 'typescript']);

/** The name of a newsroom's package: that of its folder, or else what its title makes. npm takes a-z, 0-9 and hyphens. */
export function packageName(folder: string, title: string): string {
  const name = slugFrom(basename(folder)) ?? slugFrom(title) ?? 'newsroom';
  return TAKEN.has(name) ? `${name}-newsroom` : name;
}
