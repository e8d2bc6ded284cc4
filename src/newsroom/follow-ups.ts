import { type Code, entryOf } from '../diagnostics/catalogue.ts';
import { type Finding, topKeyOf } from '../diagnostics/finding.ts';
import { CONTENT_KINDS } from '../domain/content/content-kinds.ts';
import { REDIRECTS_PATH } from '../domain/redirects/redirects.ts';
import { SITE_PATH } from '../domain/site/site.ts';

/** Keys of `site.yaml` that decide which addresses there are, or which are none of ours. */
const OF_ADDRESSES = ['url', 'sections', 'series', 'languages', 'permalink', 'timeZone', 'elsewhere'];

/** Keys of front matter that decide about the address of a story or a page. */
const OF_ONE_ADDRESS: readonly unknown[] = ['slug', 'permalink', 'date', 'aliases'];

const OF_PEOPLE: readonly Code[] = ['contributor-unknown', 'contributor-doubtful', 'contributor-ambiguous'];
const OF_STORIES: readonly Code[] = ['story-unknown', 'front-story-unknown', 'translation-unknown'];

/**
 * What follows from errors in one file is wrong in others only as long as these are there: with a section that cannot be read, each story
 * in it would be said to be in an unknown one. The cause is told, and it alone.
 */
export class FollowUps {
  /** Keys of `site.yaml` with errors; all of them where the file cannot be read. */
  private readonly keys: ReadonlySet<unknown>;
  private readonly isSiteUnread: boolean;
  /** Whether there is an error of which it is not known under which key it stands. */
  private readonly isKeyUnknown: boolean;
  /** The codes whose severity cannot be read; `undefined` stands for all. */
  private readonly standards: ReadonlySet<unknown>;
  private readonly arePeopleKnown: boolean;
  private readonly areStoriesKnown: boolean;
  private readonly areLanguagesKnown: boolean;
  /** Whether pages may be at addresses that nobody knows before the errors are mended. */
  readonly hasUnknownAddresses: boolean;

  /** @param errors Those of files by themselves that let nothing be published: an error of a draft has nothing to do with others. */
  constructor(errors: readonly Finding[]) {
    const ofSite = errors.filter(({ path }) => path === SITE_PATH);
    const ofOthers = errors.filter(({ path }) => path !== SITE_PATH);
    this.keys = new Set(ofSite.map(({ at }) => topKeyOf(at)));
    const missing = ofSite.filter(({ code }) => code === 'key-missing').map(({ at }) => topKeyOf(at));
    this.isSiteUnread = ofSite.some(isUnread) || (missing.includes('title') && missing.includes('url'));
    this.isKeyUnknown = this.isSiteUnread || ofSite.some(({ at }) => topKeyOf(at) === undefined);
    this.standards = new Set(
      ofSite.flatMap(({ at }) => (topKeyOf(at) === 'standards' && 'keys' in at ? [at.keys[1]] : [])),
    );
    this.arePeopleKnown = !ofOthers.some(({ path }) => path.startsWith(CONTENT_KINDS.contributors.folder));
    this.areStoriesKnown = !ofOthers.some((error) => isUnread(error) || topKeyOf(error.at) === 'slug');
    this.areLanguagesKnown = !ofOthers.some((error) => isUnread(error) || topKeyOf(error.at) === 'language');
    this.hasUnknownAddresses =
      this.isKeyUnknown ||
      OF_ADDRESSES.some((key) => this.keys.has(key)) ||
      ofOthers.some(
        (error) =>
          error.path === REDIRECTS_PATH ||
          isUnread(error) ||
          error.code === 'slug-invalid' ||
          OF_ONE_ADDRESS.includes(topKeyOf(error.at)),
      );
  }

  /** Whether a finding may only follow from one of the errors. */
  has({ code, path, at }: Finding): boolean {
    if (!this.arePeopleKnown && OF_PEOPLE.includes(code)) return true;
    if (path === SITE_PATH) return false;
    if (!this.areStoriesKnown && OF_STORIES.includes(code)) return true;
    if (!this.areLanguagesKnown && code === 'translation-language') return true;
    if (this.keys.size === 0) return false;
    const key = topKeyOf(at);
    if (code === 'key-missing' && key === 'liveStrip') return this.isBroken('liveStrip');
    if (code === 'key-missing' && key === 'contributors') return this.isBroken('defaults');
    if (this.isOfStandards(code)) return true;
    return (entryOf(code).lists ?? []).some((list) => this.isBroken(list));
  }

  private isBroken(key: string): boolean {
    return this.isKeyUnknown || this.keys.has(key);
  }

  /** Whether the newsroom may have said that a code is no error. */
  private isOfStandards(code: Code): boolean {
    const { severity, fixed } = entryOf(code);
    if (severity !== 'error' || fixed !== undefined) return false;
    return this.isSiteUnread || this.standards.has(undefined) || this.standards.has(code);
  }
}

/** Whether an error lets nothing of a file be read. */
function isUnread({ at, code }: Finding): boolean {
  return topKeyOf(at) === undefined && at.kind !== 'text' && UNREAD.test(code);
}

const UNREAD = /^(?:yaml-(?:broken|aliases)|key-duplicate|front-matter-|file-|site-missing)/;
