import { readPart } from '../build/read-for-others.ts';
import { Progress } from './build/progress.ts';
import { cacheFolder, contentFolder, jobsOf, outputFolder, readOptions, shardOf, siteAddress } from './arguments.ts';
import { plural } from './output/report.ts';
import { print } from './output/terminal.ts';

/** `broadsheet read`: reads stories, or a part of them, into a cache that builds on other machines take over. */
export async function read(args: readonly string[]): Promise<number> {
  const started = performance.now();
  const { values } = readOptions({
    args: [...args],
    options: {
      content: { type: 'string' },
      cache: { type: 'string' },
      url: { type: 'string' },
      jobs: { type: 'string' },
      shard: { type: 'string' },
    },
  });
  const content = contentFolder(values.content);
  const progress = new Progress();
  const {
    read: count,
    part,
    stories,
  } = await readPart(
    {
      content,
      url: siteAddress(values.url),
      cache: cacheFolder(values.cache, content, outputFolder(undefined, content)),
      jobs: jobsOf(values.jobs),
      shard: shardOf(values.shard),
    },
    progress,
  ).finally(() => progress.end());
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  print(`Read ${count} of ${plural(part, 'story', 'stories')} (of ${stories} in all) in ${seconds} s\n`);
  return 0;
}
