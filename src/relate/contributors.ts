import { withoutInvisible } from '../domain/invisible.ts';
import { contributorUrl, type Credit, type CreditedPerson } from '../domain/contributors.ts';
import type { ArticleRecord } from '../domain/story/article.ts';
import type { ResolvedCredit } from '../domain/story/story.ts';
import { AlmostNames } from './almost-names.ts';
import type { Entry } from '../domain/story/entry.ts';
import { nameIn } from '../domain/languages.ts';
import { type Defaults, DEFAULTS_KEY, SITE_PATH } from '../domain/site/site.ts';
import { isSlug } from '../domain/addresses.ts';
import { type Finding, valueAt, WHOLE_FILE } from '../diagnostics/finding.ts';
import { nearest } from '../diagnostics/wording.ts';
import { quote } from '../diagnostics/wording.ts';

type StoryCredit = Entry['credits'][number];

/** What is wrong with the naming of somebody, wherever it stands. */
type Problem = Omit<Finding, 'path' | 'at'>;

/** Where problems are noted, and where it is known on which line a credit stands. */
interface Notes {
  readonly findings: Finding[];
  readonly recordOf: (path: string) => ArticleRecord;
}

/** Everyone who has a page, found by id or by a name that they have in any language, or had. */
export class People {
  private readonly byId: ReadonlyMap<string, CreditedPerson>;
  private readonly byName = new Map<string, CreditedPerson[]>();
  private readonly almost: AlmostNames;
  /** Stories that were kept share their credits. */
  private readonly resolved = new Map<StoryCredit, ResolvedCredit>();

  constructor(contributors: readonly CreditedPerson[]) {
    this.byId = new Map(contributors.map((contributor) => [contributor.id, contributor]));
    for (const contributor of contributors) {
      const { name: present, names, formerNames } = contributor;
      const all = [present, ...names.map(({ name }) => name), ...formerNames];
      for (const name of new Set(all.map(nameKey))) {
        this.byName.set(name, [...(this.byName.get(name) ?? []), contributor]);
      }
    }
    this.almost = new AlmostNames(this.byName.keys());
  }

  /** Finds the person of each credit; notes ids that nobody has and names that two people have. */
  resolve({ path, credits, language }: Entry, { findings, recordOf }: Notes): readonly ResolvedCredit[] {
    const seen = new Set<string>();
    let written: readonly Pick<Credit, 'keys'>[] | undefined;
    return credits.map((credit, index) => {
      const note = (problem: Problem): void => {
        written ??= recordOf(path).credits;
        const keys = written[index]?.keys ?? [];
        // What `site.yaml` gives to stories is told of there.
        if (keys[0] === DEFAULTS_KEY) return;
        findings.push({ ...problem, path, at: valueAt(...keys) });
      };
      if (credits.length > 1) this.noteRepeated(credit, seen, note);
      const known = this.resolved.get(credit);
      if (known) return known;
      const { role, who, place } = credit;
      let isGood = true;
      const contributor = this.find(credit, (problem) => {
        isGood = false;
        note(problem);
      });
      // A name is printed as the story gives it.
      const isById = contributor?.id === who;
      const name = contributor && isById ? nameIn(language, contributor) : who;
      const credited: ResolvedCredit = { role, name, url: contributor && contributorUrl(contributor), place };
      const isTheSameEverywhere = !isById || contributor.names.length === 0;
      if (isGood && isTheSameEverywhere) this.resolved.set(credit, credited);
      return credited;
    });
  }

  /** Notes what is wrong with the contributors that `site.yaml` gives to stories without any. */
  checkDefaults(defaults: readonly Defaults[], findings: Finding[]): void {
    for (const { credits } of defaults) {
      const seen = new Set<string>();
      for (const credit of credits) {
        const note = (problem: Problem): void => {
          findings.push({ ...problem, path: SITE_PATH, at: valueAt(...credit.keys) });
        };
        this.noteRepeated(credit, seen, note);
        this.find(credit, note);
      }
    }
  }

  /** Finds somebody by an id or a name, wherever it is written; notes an id that nobody has, and a name that two people have. */
  find({ who, as }: Pick<Credit, 'who' | 'as'>, note: (problem: Problem) => void): CreditedPerson | undefined {
    const byId = as === 'name' ? undefined : this.byId.get(who);
    if (byId) return byId;
    if (as === 'id' || (as === 'either' && isSlug(who))) {
      note(this.unknown(who));
      return undefined;
    }
    const named = this.byName.get(nameKey(who)) ?? [];
    if (named.length > 1) note(ambiguous(who, named));
    // Who writes `name:` says that it is nobody in content/contributors/.
    if (named.length === 0 && as === 'either') this.noteSlip(who, note);
    return named[0];
  }

  private noteSlip(who: string, note: (problem: Problem) => void): void {
    const meant = this.byName.get(this.almost.find(nameKey(who)) ?? '')?.[0];
    if (!meant) return;
    note({
      code: 'contributor-doubtful',
      message: `Unexpected name ${quote(who)}, which is almost that of someone in content/contributors/`,
      hint: `did you mean \`${meant.id}\`? if it is someone else, write \`name: ${who}\` as a credit`,
      related: [{ path: meant.path, at: WHOLE_FILE, message: `is ${meant.name}` }],
    });
  }

  /** Notes someone who stands twice in one part of a story. */
  private noteRepeated(
    { who, as, role, place }: StoryCredit,
    seen: Set<string>,
    note: (problem: Problem) => void,
  ): void {
    const byId = as === 'name' ? undefined : this.byId.get(who);
    const named = this.byName.get(nameKey(who)) ?? [];
    const person = byId ?? (named.length === 1 ? named[0] : undefined);
    const part = JSON.stringify([role, place, person?.id ?? nameKey(who)]);
    if (seen.has(part)) {
      const message = `Unexpected second ${quote(who)}, expected each person once in a part of the story`;
      note({ code: 'contributor-repeated', message, hint: 'remove one of the two' });
    }
    seen.add(part);
  }

  private unknown(who: string): Problem {
    const name = nearest(who, [...this.byId.keys()]);
    const add = isSlug(who) ? `add content/contributors/${who}.md` : 'write `name:` in place of `id:`';
    return {
      code: 'contributor-unknown',
      message: `Unexpected contributor ${quote(who)}, expected someone in content/contributors/`,
      hint:
        name === undefined ? `${add}, or write the name with a capital letter` : `did you mean \`${name}\`? or ${add}`,
    };
  }
}

function ambiguous(who: string, named: readonly CreditedPerson[]): Problem {
  const ids = named.map(({ id }) => `\`${id}\``).join(' or ');
  return {
    code: 'contributor-ambiguous',
    message: `Unexpected name ${quote(who)}, expected the id of one of two people`,
    hint: `write ${ids}`,
    related: named.map((contributor) => ({ path: contributor.path, at: WHOLE_FILE, message: 'has this name' })),
  };
}

function nameKey(name: string): string {
  return withoutInvisible(name).normalize('NFC').toLowerCase();
}
