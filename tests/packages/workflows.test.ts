import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CHECK_WORKFLOW, PUBLISH_WORKFLOW } from '../../src/cli/init/workflows.ts';
import { PROJECT } from '../architecture/source-tree.ts';
import { textsOf } from '../cli/built.ts';
import { aNewsroomOnDisk, broadsheetInResident, removeNewsrooms } from '../cli/run.ts';
import { aStory } from '../newsroom/manuscript.ts';

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly concurrency?: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
  readonly strategy?: { readonly matrix: { readonly part: readonly number[] } };
}

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | boolean>>;
}

const FOLDER = join(PROJECT, '.github/workflows');
const NAMES = readdirSync(FOLDER);

describe.each(NAMES)('the workflow %s', (name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  const workflow: Workflow = parse(text);

  it('may read only, but for a job that no pull request gets to', () => {
    const writing = Object.entries(workflow.jobs).filter(([, { permissions = {} }]) =>
      Object.values(permissions).some((right) => right !== 'read'),
    );

    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(writing.filter(([job]) => 'pull_request' in workflow.on && !isClosedToPullRequests(workflow, job))).toEqual(
      [],
    );
  });

  it('runs no pull request with keys of the repository', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    expect(Object.keys(workflow.on)).not.toContain('workflow_run');
    expect(text).not.toMatch(/\bsecrets\b/);
  });

  it('installs what the lockfile has', () => {
    const commands = Object.values(workflow.jobs).flatMap(({ steps = [] }) => steps.map(({ run = '' }) => run));
    expect(commands.filter((command) => /\bnpm (?:i|install|add|update)\b|\bnpx\b/.test(command))).toEqual([]);
  });

  it('runs nothing that an event has in its texts, such as the title of a pull request', () => {
    const commands = Object.values(workflow.jobs).flatMap(({ steps = [] }) => steps.map(({ run = '' }) => run));
    expect(commands.filter((command) => /\$\{\{[^}]*\bgithub\.(?:event|head_ref)\b/.test(command))).toEqual([]);
  });
});

/** The first major of each action that runs on Node 24, by its `action.yml`: GitHub's runners have no older one since September 2026. */
const FIRST_MAJORS: Readonly<Record<string, number>> = {
  'actions/cache': 5,
  'actions/checkout': 5,
  'actions/configure-pages': 6,
  'actions/deploy-pages': 5,
  'actions/download-artifact': 7,
  'actions/setup-node': 5,
  'actions/upload-artifact': 6,
  'actions/upload-pages-artifact': 5,
};

describe('the actions that workflows use, here, in newsrooms that init makes, and in what docs/ has to be pasted', () => {
  const texts = [
    ...NAMES.map((name) => readFileSync(join(FOLDER, name), 'utf8')),
    CHECK_WORKFLOW,
    PUBLISH_WORKFLOW,
    ...['large-newsrooms.md', 'publishing.md'].map((name) => readFileSync(join(PROJECT, 'docs', name), 'utf8')),
  ];
  const used = new Map<string, Set<number>>();
  for (const [, action = '', major] of texts.join('\n').matchAll(/\buses: (\S+)@v(\d+)$/gm))
    used.set(action, (used.get(action) ?? new Set()).add(Number(major)));

  it('run on a Node that GitHub has', () => {
    expect([...used.keys()].sort()).toEqual(Object.keys(FIRST_MAJORS));
    const old = [...used].filter(([action, majors]) => Math.min(...majors) < (FIRST_MAJORS[action] ?? 0));
    expect(old).toEqual([]);
  });

  it('are of one major each', () => {
    expect([...used].filter(([, majors]) => majors.size > 1)).toEqual([]);
    expect(texts.join('\n').match(/\buses: /g)).toHaveLength(
      texts.join('\n').match(/\buses: \S+@v\d+$/gm)?.length ?? 0,
    );
  });
});

describe('the workflow that publishes the demo', () => {
  const { concurrency, jobs }: Workflow = parse(readFileSync(join(FOLDER, 'site.yml'), 'utf8'));
  const steps = jobs['build']?.steps ?? [];
  const asking = steps.findIndex(({ id }) => id === 'tested');

  /** Runs the step that asks which commit was tested, at a GitHub that answers with a text; how it ended, and what it hands on. */
  function ask(answer: string): { readonly status: number | null; readonly output: string } {
    const folder = aNewsroomOnDisk({ 'bin/gh': `#!/bin/sh\necho '${answer}'\n`, output: '' });
    chmodSync(join(folder, 'bin/gh'), 0o755);
    const { status } = spawnSync('bash', ['-e', '-c', steps[asking]?.run ?? 'exit 2'], {
      env: {
        ...process.env,
        PATH: `${join(folder, 'bin')}:${process.env['PATH']}`,
        GITHUB_OUTPUT: join(folder, 'output'),
        GITHUB_REPOSITORY: 'harbour-post/site',
      },
    });
    return { status, output: readFileSync(join(folder, 'output'), 'utf8') };
  }

  afterAll(removeNewsrooms);

  it('has builds by the clock publish the newest commit that has passed its tests, and nothing where there is none', () => {
    expect(steps[asking]?.if).toBe("github.event_name == 'schedule'");
    expect(steps[asking + 1]).toMatchObject({
      uses: expect.stringMatching(/^actions\/checkout@/),
      with: { ref: expect.stringContaining('{{ steps.tested.outputs.commit }}') },
    });
    expect(ask('0f3a')).toEqual({ status: 0, output: 'commit=0f3a\n' });
    expect(ask('')).toEqual({ status: 1, output: '' });
  });

  it('lets no build by the clock take the place of a push that waits for its tests', () => {
    expect(concurrency?.group).toContain("github.event_name == 'schedule' && 'by-the-clock' || github.ref");
  });

  it('may ask for the address of the site, and uploads all of it', () => {
    expect(jobs['build']?.permissions).toEqual({ actions: 'read', contents: 'read', pages: 'read' });
    const upload = steps.find(({ uses }) => uses?.startsWith('actions/upload-pages-artifact@'));
    expect(upload?.with).toEqual({ path: '_site', 'include-hidden-files': true });
  });
});

/** Whether a job, or one that it waits for, says that it is not for pull requests. */
function isClosedToPullRequests({ jobs }: Workflow, name: string): boolean {
  const { if: condition = '', needs = [] } = jobs[name] as Job;
  if (condition === "github.event_name != 'pull_request'") return true;
  const required = [needs]
    .flat()
    .filter((job) => condition === '' || condition.includes(`needs.${job}.result == 'success' &&`));
  return required.some((job) => isClosedToPullRequests({ jobs } as Workflow, job));
}

describe('the workflow that builds a site in parts', () => {
  afterAll(removeNewsrooms);
  const { jobs }: Workflow = parse(readFileSync(join(FOLDER, 'site-in-parts.yml'), 'utf8'));
  const NOW = '2026-11-24T12:00:00Z';
  const stories = Array.from({ length: 40 }, (_, number) => [
    `content/articles/story-${number}.md`,
    aStory({ headline: `Story ${number}`, date: `2026-11-${String(1 + (number % 20)).padStart(2, '0')}` }),
  ]);
  const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };

  const stepsOf = (job: string): readonly Step[] => jobs[job]?.steps ?? [];
  const partsOf = (job: string): readonly number[] => jobs[job]?.strategy?.matrix.part ?? [];
  const settingsOf = (job: string, action: string): Readonly<Record<string, string | boolean>> =>
    stepsOf(job).find(({ uses }) => uses?.startsWith(`actions/${action}@`))?.with ?? {};

  /** The arguments of the command of Broadsheet that a job runs, for a part. */
  function argumentsOf(job: string, part: number): readonly string[] {
    const command = stepsOf(job).find(({ run }) => run?.includes('npm run'))?.run ?? '';
    const filled = withPart(command, part).replace(/\$\{\{ needs\.moment\.outputs\.now \}\}/g, NOW);
    const [, name = '', given = ''] = /npm run (\S+) -- (.*)/.exec(filled) ?? [];
    expect(scripts[name]).toBe(`node src/cli/broadsheet.js ${name}`);
    expect(filled).not.toContain('${{');
    return [name, ...given.trim().split(/\s+/)];
  }

  const withPart = (text: string, part: number): string => text.replace(/\$\{\{ matrix\.part \}\}/g, String(part));

  it('makes what one build makes, with what all machines have read', async () => {
    const files = Object.fromEntries(stories) as Readonly<Record<string, string>>;
    const whole = aNewsroomOnDisk(files);
    expect(await broadsheetInResident(whole, 'build', '--now', NOW)).toMatchObject({ status: 0 });

    // What a job uploads lies below the folder that all of its paths begin with.
    const upload = settingsOf('read', 'upload-artifact');
    const uploaded = String(upload['path']).trim().split('\n');
    expect(uploaded.every((path) => path.startsWith('.cache/'))).toBe(true);
    expect(upload['include-hidden-files']).toBe(true);
    const artefacts = aNewsroomOnDisk({});
    for (const part of partsOf('read')) {
      const machine = aNewsroomOnDisk(files);
      expect(await broadsheetInResident(machine, ...argumentsOf('read', part))).toMatchObject({ status: 0 });
      const name = withPart(String(upload['name']), part);
      for (const path of uploaded) {
        const target = join(artefacts, name, path.replace('.cache/', ''));
        if (existsSync(join(machine, path))) cpSync(join(machine, path), target, { recursive: true });
      }
    }
    rmSync(join(artefacts, 'content'), { recursive: true });
    expect(readdirSync(artefacts)).toHaveLength(4);

    const site = {};
    for (const part of partsOf('part')) {
      const machine = aNewsroomOnDisk(files);
      cpSync(artefacts, join(machine, String(settingsOf('part', 'download-artifact')['path'])), { recursive: true });
      const ended = await broadsheetInResident(machine, ...argumentsOf('part', part));
      expect(ended).toMatchObject({ status: 0 });
      // No cache was passed over, and nothing was read once more.
      expect(ended.stderr).not.toContain('taken over');
      expect(readdirSync(join(machine, '.cache/records')).filter((name) => !name.startsWith('lent-'))).toEqual([]);
      Object.assign(site, textsOf(join(machine, String(settingsOf('part', 'upload-artifact')['path']))));
    }
    expect(site).toEqual(textsOf(join(whole, '_site')));
  });

  it('makes each part that it reads, and waits for all of them', () => {
    expect(partsOf('read')).toEqual(partsOf('part'));
    expect(jobs['part']?.needs).toEqual(['moment', 'read']);
    expect(jobs['whole']?.needs).toBe('part');
  });
});
