import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PROJECT } from '../architecture/source-tree.ts';

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly { readonly run?: string }[];
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
