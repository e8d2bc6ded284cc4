import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PROJECT } from '../architecture/source-tree.ts';
import { textsOf } from '../cli/built.ts';
import { aNewsroomOnDisk, broadsheetInResident, removeNewsrooms } from '../cli/run.ts';
import { aStory } from '../newsroom/manuscript.ts';

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
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
