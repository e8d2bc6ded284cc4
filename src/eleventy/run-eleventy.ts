import { relative } from 'node:path';
import { demandTold, type RenderJob, useJob } from './configuration.ts';
import type { EleventyConfig } from './eleventy-types.ts';
import { CONFIGURATION, NEWSROOM } from '../disk/project.ts';
import { ContentFault } from './content-fault.ts';
import { causesOf } from '../diagnostics/causes.ts';
import { isMarkdownPage } from '../domain/site/own-pages.ts';
import { type Finding, keyAt } from '../diagnostics/finding.ts';
import { importEleventy } from './import-module.ts';
import { faultIn } from './template-fault.ts';

/** Whether Eleventy has run in this process: it keeps what it has read of templates and layouts, which may be of other content by now. */
let hasRun = false;

/** Ends when Eleventy has nothing to run. It goes by the working folder, which two runs would take from each other. */
let lastRun: Promise<unknown> = Promise.resolve();

/**
 * Has Eleventy render a job to a folder, when it has ended what it runs.
 *
 * @param folder Absolute path.
 */
export function runEleventy(job: RenderJob, folder: string): Promise<void> {
  const run = lastRun.then(() => runNow(job, folder));
  lastRun = run.catch(() => {});
  return run;
}

async function runNow(job: RenderJob, folder: string): Promise<void> {
  // Its resolver of modules is for watching; without it, every import is faster.
  process.env['ELEVENTY_SKIP_ESM_RESOLVER'] ??= 'true';
  const { Eleventy } = await importEleventy();
  // Eleventy's paths are all from the working folder.
  const workingFolder = process.cwd();
  let configured: EleventyConfig | undefined;
  process.chdir(NEWSROOM);
  try {
    const output = relative(NEWSROOM, folder);
    const site = new Eleventy(relative(NEWSROOM, job.build.pagesFolder), output, {
      configPath: relative(NEWSROOM, CONFIGURATION),
      quietMode: true,
      config: (config) => {
        configured = config;
        if (hasRun) config.setUseTemplateCache(false);
        // Its quiet mode comes too late for what it measures of a configuration: on a slow machine it would tell of that.
        config.benchmarks.config.setIsVerbose(false);
        useJob(config, { ...job, output });
      },
    });
    site.disableLogger();
    await site.write();
    demandTold(configured);
    hasRun = true;
  } finally {
    process.chdir(workingFolder);
  }
}

/**
 * What went wrong in a template of `content/pages/`, if it was one of them; Eleventy's errors name the file and hold
 * the error behind them. `templates` are the paths of all; `bodyLineOf` says on which line of a file its text begins,
 * since template languages do not count front matter.
 */
export function findTemplateFault(
  fault: unknown,
  { bodyLineOf, templates }: { readonly bodyLineOf: (path: string) => number; readonly templates: readonly string[] },
): Finding | undefined {
  const causes = causesOf(fault);
  const told = causes.find((cause) => cause instanceof ContentFault);
  if (told) return told.finding;
  if (isOfMachine(fault)) return undefined;
  const all = causes.map(({ message }) => message).join('\n');
  const [path, ...others] = templatesNamed(all, templates);
  if (path === undefined) return undefined;
  if (all.includes('Output conflict')) return conflict(path, others);
  return faultIn(path, fault, bodyLineOf);
}

/** Whether the system is to blame for a fault, such as a full disk, and no template. */
export function isOfMachine(fault: unknown): boolean {
  return causesOf(fault).some((cause) => 'code' in cause && OF_THE_MACHINE.has(cause.code));
}

/** The templates whose names stand in a message; the longest first, for it may have others in it. */
function templatesNamed(message: string, templates: readonly string[]): readonly string[] {
  const named = templates.filter((path) => message.includes(path.slice('content/'.length)));
  return named.sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
}

/** What Eleventy says of several templates with one address, without the folder that it writes to. Of these, programs compute theirs. */
function conflict(first: string, others: readonly string[]): Finding {
  const all = [first, ...others];
  const told = all.find((path) => !isMarkdownPage(path)) ?? first;
  return {
    code: 'url-duplicate',
    path: told,
    at: keyAt('permalink'),
    message: 'Unexpected address for this page, expected one that no other page has',
    hint: 'give one of them another `permalink`',
    related: all
      .filter((path) => path !== told)
      .map((path) => ({ path, at: keyAt('permalink'), message: 'is the address of this page too' })),
  };
}

/** The system's codes of faults that no template can be blamed for. */
const OF_THE_MACHINE: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EMFILE', 'ENFILE', 'EIO']);
