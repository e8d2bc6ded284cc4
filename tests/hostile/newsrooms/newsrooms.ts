import { loadPrinters } from '../../../src/build/layouts.ts';
import { isError } from '../../../src/diagnostics/diagnostic.ts';
import { ARTICLES } from '../../../src/domain/content/content-kinds.ts';
import { patternHref } from '../../../src/domain/redirects/patterns.ts';
import { joinParts } from '../../../src/formats/text-parts.ts';
import { editionOf, type EditionMade, GATE, layOut, LOADER, type PublicationGiven } from '../../newsroom/edition.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';
import { findAmong } from '../in-halves.ts';
import type { HostileKind } from '../kinds.ts';
import { withoutFiles, withoutLines } from './without-lines.ts';
import { FIRST_WORD, hostileFiles, hostileNewsroom, isAlone, LAST_WORD } from './hostile-newsroom.ts';
import { faultsOfFile, type Published } from './judge-files.ts';
import { faultsOfReport } from './judge-report.ts';

/**
 * Every key, text, table, name and redirect of a newsroom: whatever is published of it, and whatever is told, harms nobody. An input is a
 * file among others, or a newsroom of which what is of all files is attacked.
 */
export const newsrooms: HostileKind = {
  name: 'newsrooms',
  begin: async () => {
    const attack = await NewsroomAttack.begin();
    return {
      faultsOf: (seed) => attack.faultsOfSeeds([seed]),
      together: { most: 40, faultsOfAll: (seeds) => attack.faultsOfSeeds(seeds) },
      end: () => {},
    };
  },
};

type Printers = Awaited<ReturnType<typeof loadPrinters>>;

/** What became of a newsroom. */
export interface AttackedNewsroom {
  /** None where there is an error. */
  readonly files: readonly Published[];
  readonly faults: readonly string[];
}

/** No newsroom of ten stories takes so many milliseconds of the processor. */
const TOO_LONG = 5_000;

/** So often lines are taken out. In what then still has errors, no line is to blame: those files are taken out whole. */
const MOST_ROUNDS = 4;
/** Each of these brings to light at most what the one before hid. */
const MOST_ROUNDS_OF_FILES = 6;

const SCRIPTS: ReadonlySet<string> = new Set([GATE, LOADER]);

/** Publishes newsrooms in memory, one after the other. */
export class NewsroomAttack {
  private readonly printers: Printers;

  private constructor(printers: Printers) {
    this.printers = printers;
  }

  static async begin(): Promise<NewsroomAttack> {
    return new NewsroomAttack(await loadPrinters());
  }

  async faultsOfSeeds(seeds: readonly number[]): Promise<readonly string[]> {
    const faultsOf = (some: readonly number[]): readonly string[] =>
      this.faultsOf(hostileFiles(some), `seed ${some.join(', ')}`);
    const beside = seeds.filter((seed) => !isAlone(seed));
    const wrong = await findAmong(beside, async (some) => faultsOf(some).length > 0);
    return [
      ...seeds.filter(isAlone).flatMap((seed) => this.faultsOf(hostileNewsroom(seed), `seed ${seed}`)),
      ...wrong.flatMap(faultsOf),
    ];
  }

  faultsOf(newsroom: NewsroomGiven, name: string): readonly string[] {
    const { faults } = this.publish(newsroom);
    return faults.length === 0
      ? []
      : [`${name}: ${faults.slice(0, 10).join('\n  ')}\n${JSON.stringify(newsroom, undefined, 1)}`];
  }

  /** Publishes it, if need be without the lines that have errors: whoever was told of them takes them out. */
  publish(newsroom: NewsroomGiven, publication: PublicationGiven = {}): AttackedNewsroom {
    const before = process.cpuUsage();
    const faults: string[] = [];
    let given = newsroom;
    try {
      for (let round = 0; round < MOST_ROUNDS + MOST_ROUNDS_OF_FILES; round += 1) {
        const made = editionOf(given, publication);
        faults.push(...faultsOfReport(made.diagnostics, made.toDo));
        const errors = made.diagnostics.filter(isError);
        if (errors.length === 0)
          return this.print(made, given, [...faults, ...(isSlow(before, given) ? ['it takes too long'] : [])]);
        given = round < MOST_ROUNDS ? withoutLines(given, errors) : withoutFiles(given, errors);
      }
      return { files: [], faults };
    } catch (fault) {
      return { files: [], faults: [...faults, `it throws ${fault instanceof Error ? fault.stack : fault}`] };
    }
  }

  private print(made: EditionMade, newsroom: NewsroomGiven, faults: readonly string[]): AttackedNewsroom {
    const files = layOut(made).map(({ url, layout, data }) => ({
      path: url,
      text: joinParts(this.printers.get(layout)?.(data) ?? ''),
    }));
    const { redirectPatterns, site } = made.edition;
    const patterns = new Set(redirectPatterns.map(({ pattern }) => patternHref(site, pattern)));
    const found = files.flatMap((file) => faultsOfFile(file, { scripts: SCRIPTS, patterns }));
    return {
      files,
      faults: [...faults, ...found, ...(isLost(newsroom, files, made) ? ['the text of a story is lost'] : [])],
    };
  }
}

function isSlow(before: NodeJS.CpuUsage, { articles = {} }: NewsroomGiven): boolean {
  return process.cpuUsage(before).user / 1000 > TOO_LONG * Math.max(1, Object.keys(articles).length / 10);
}

/** Whether a text between our two words is published without the first, or without the last while nobody is told of anything. */
function isLost(newsroom: NewsroomGiven, files: readonly Published[], { edition, diagnostics }: EditionMade): boolean {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return edition.stories.some(({ url, article: { path } }) => {
    const written = newsroom.articles?.[path.slice(ARTICLES.folder.length)] ?? '';
    if (!written.includes(FIRST_WORD)) return false;
    const isTold = diagnostics.some((diagnostic) => diagnostic.path === path);
    const text = texts.get(url) ?? '';
    return !(text.includes(FIRST_WORD) && (isTold || text.includes(LAST_WORD)));
  });
}
