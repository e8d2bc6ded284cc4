import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { measure, type Measured } from './measuring/measure.ts';

/**
 * Measures builds of stories that each have a photograph of their own, as a camera makes them: `npm run bench:pictures -- --stories 2000`.
 * It needs 2 MB of disk a story in the temporary folder, or in `--dir`.
 */

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const NOW = '2026-11-23T12:00:00Z';
const PHOTOGRAPH = { width: 4032, height: 3024 };
/** So many are drawn; all others differ from one of them in a comment, and take as long to be made smaller. */
const DRAWN = 16;
/** Seconds. */
const LIMIT = 7200;

/** What `build --json` says. */
interface Report {
  readonly rendered: number;
  readonly changed: readonly string[];
}

interface Row extends Measured {
  readonly what: string;
  readonly report: Report;
}

const { values } = parseArgs({
  options: {
    stories: { type: 'string', default: '2000' },
    dir: { type: 'string', default: tmpdir() },
    jobs: { type: 'string', default: String(availableParallelism()) },
  },
});
const count = Number(values.stories);
const folder = mkdtempSync(join(resolve(values.dir), 'broadsheet-pictures-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
process.once('SIGINT', () => process.exit(130));

await writeNewsroom();
const plain = await build('without pictures', { content: 'plain', cache: 'plain-cache', output: 'plain-site' });
const cold = await build('cold', { content: 'content', cache: 'cache', output: 'site' });
const warm = await build('nothing new', { content: 'content', cache: 'cache', output: 'site' });
renameSync(join(folder, 'cache'), join(folder, 'moved'));
const moved = await build('cache kept, output gone', { content: 'content', cache: 'moved', output: 'elsewhere' });
writeFileSync(photographAt('content', 0), variant(readFileSync(photographAt('content', 0)), 'another'));
const replaced = await build('a photograph replaced', { content: 'content', cache: 'moved', output: 'elsewhere' });

const made = cold.cpu - plain.cpu;
process.stdout.write(
  [
    `${count} stories, each with a photograph of ${PHOTOGRAPH.width} × ${PHOTOGRAPH.height} pixels; --jobs ${values.jobs}`,
    '',
    '| build | seconds | processor | memory | files made |',
    '| --- | --: | --: | --: | --: |',
    ...[plain, cold, warm, moved, replaced].map(
      ({ what, seconds, cpu, memory, report }) =>
        `| ${what} | ${seconds.toFixed(1)} | ${cpu.toFixed(1)} s | ${Math.round(memory / 1e6)} MB | ${report.rendered} |`,
    ),
    '',
    `Processor time for all files of a photograph: ${((made / count) * 1000).toFixed(0)} ms`,
    `Made anew of the one that was replaced: ${replaced.report.changed.join(', ')}`,
    '',
  ].join('\n'),
);

/** Two content folders with the same stories, one of them without photographs. */
async function writeNewsroom(): Promise<void> {
  const drawn: Buffer[] = [];
  for (let index = 0; index < Math.min(DRAWN, count); index += 1) drawn.push(await draw(index));
  for (const content of ['content', 'plain']) {
    for (const kind of ['articles', 'media']) mkdirSync(join(folder, content, kind), { recursive: true });
    cpSync(
      join(PROJECT, 'content/contributors/amara-okonjo.md'),
      join(folder, content, 'contributors/amara-okonjo.md'),
    );
    cpSync(join(PROJECT, 'content/media'), join(folder, content, 'media'), { recursive: true });
    writeFileSync(
      join(folder, content, 'site.yaml'),
      'title: The Picture Ledger\nurl: https://ledger.example\nlanguage: en\ntimeZone: Europe/London\n',
    );
  }
  for (let index = 0; index < count; index += 1) {
    const day = String((index % 28) + 1).padStart(2, '0');
    const head = `---\nheadline: Story ${index} of the harbour\ndate: 2026-10-${day}\ncontributors: amara-okonjo\n`;
    const text = `---\n${'The harbour has boats, and each of them has a name.\n\n'.repeat(6)}`;
    const image = `image:\n  src: /media/photograph-${index}.jpg\n  alt: Boats in the harbour\n`;
    writeFileSync(join(folder, `plain/articles/story-${index}.md`), head + text);
    writeFileSync(join(folder, `content/articles/story-${index}.md`), head + image + text);
    writeFileSync(
      photographAt('content', index),
      variant(drawn[index % drawn.length] ?? Buffer.alloc(0), String(index)),
    );
  }
}

function photographAt(content: string, index: number): string {
  return join(folder, content, `media/photograph-${index}.jpg`);
}

/** Gradients with the noise of a sensor. */
async function draw(index: number): Promise<Buffer> {
  const { width, height } = PHOTOGRAPH;
  const small = {
    create: {
      width: 8,
      height: 6,
      channels: 3 as const,
      background: '#000',
      noise: { type: 'gaussian' as const, mean: 80 + index * 6, sigma: 60 },
    },
  };
  const gradients = await sharp(small).png().toBuffer();
  const noise = await sharp({
    create: { width, height, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 9 } },
  })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return sharp(gradients)
    .resize({ width, height, fit: 'fill', kernel: 'cubic' })
    .composite([{ input: noise, blend: 'soft-light' }])
    .jpeg({ quality: 85 })
    .toBuffer();
}

/** The same picture with a comment (ITU-T T.81, B.2.4.5) behind its first marker. */
function variant(picture: Buffer, comment: string): Buffer {
  const text = Buffer.from(comment);
  const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, text.length + 2]), text]);
  return Buffer.concat([picture.subarray(0, 2), segment, picture.subarray(2)]);
}

async function build(
  what: string,
  { content, cache, output }: { readonly content: string; readonly cache: string; readonly output: string },
): Promise<Row> {
  const [stdout, stderr] = [join(folder, 'stdout'), join(folder, 'stderr')];
  const folders = [
    '--content',
    join(folder, content),
    '--output',
    join(folder, output),
    '--cache',
    join(folder, cache),
  ];
  const args = ['src/cli/broadsheet.js', 'build', ...folders, '--now', NOW, '--jobs', values.jobs, '--json'];
  const measured = await measure({ file: process.execPath, args, folder: PROJECT }, { limit: LIMIT, stdout, stderr });
  if (measured.end !== 'done') throw new Error(`The build “${what}” failed:\n${readFileSync(stderr, 'utf8')}`);
  return { ...measured, what, report: JSON.parse(readFileSync(stdout, 'utf8')) as Report };
}
