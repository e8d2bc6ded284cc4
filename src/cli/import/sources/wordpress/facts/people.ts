import type { ArchiveContributor, ArchiveCredit } from '../../../archive.ts';
import { htmlToMarkdown } from '../../../convert/html-to-markdown.ts';
import type { Attachments } from '../media/attachments.ts';
import { webAddress } from './addresses.ts';
import { type Fields, idOf, type ItemTerm, metaOf, textOf, type WxrItem, wordsOf } from '../wxr/records.ts';

/** Somebody who wrote for the old site. */
interface Person {
  readonly key: string;
  readonly name: string;
  /** The last part of the address of their page. */
  readonly slug: string;
  /** Of a user. */
  readonly number: string | undefined;
  readonly biography: string;
  readonly link: string | undefined;
  readonly portrait: string | undefined;
}

/** Who wrote for the old site: its users, and guests of the plugin Co-Authors Plus. */
export class People {
  readonly #byKey = new Map<string, Person>();
  /** Keys by logins and by slugs. */
  readonly #keys = new Map<string, string>();
  /** Those who are credited on a story. */
  readonly #credited = new Set<string>();

  /** Enters a user. Their e-mail address was not public. */
  addUser(fields: Fields): void {
    const login = textOf(fields, 'wp:author_login');
    if (login === '') return;
    const names = [textOf(fields, 'wp:author_first_name'), textOf(fields, 'wp:author_last_name')];
    const full = wordsOf(names.join(' '));
    this.#add(login, wordsOf(textOf(fields, 'wp:author_display_name')) || full || publicPart(login), {
      number: idOf(textOf(fields, 'wp:author_id')),
    });
  }

  /** Enters an item that is a guest. */
  addGuest(item: WxrItem): void {
    const login = metaOf(item, 'cap-user_login') || textOf(item.fields, 'wp:post_name').replace(/^cap-/, '');
    const full = `${metaOf(item, 'cap-first_name')} ${metaOf(item, 'cap-last_name')}`;
    const title = metaOf(item, 'cap-display_name') || textOf(item.fields, 'title') || full;
    if (login === '') return;
    this.#add(login, wordsOf(title) || publicPart(login), {
      biography: metaOf(item, 'cap-description'),
      link: webAddress(metaOf(item, 'cap-website')),
      portrait: idOf(metaOf(item, '_thumbnail_id')),
    });
  }

  /** Who wrote an item: co-authors if there are some, otherwise the user whose it is. */
  creditsOf({ terms, fields }: WxrItem): readonly ArchiveCredit[] {
    const coAuthors = terms.filter(({ domain }) => domain === 'author');
    const keys =
      coAuthors.length > 0
        ? coAuthors.map((term) => this.#keyOfTerm(term))
        : [this.#keyOfUser(textOf(fields, 'dc:creator'))];
    return [...new Set(keys)].flatMap((key) => {
      if (key === undefined) return [];
      this.#credited.add(key);
      return { contributor: { key } };
    });
  }

  /** Those who are credited. */
  contributors(attachments: Attachments): readonly ArchiveContributor[] {
    return this.#all().map(({ key, name, link, portrait, biography }) => ({
      key,
      name,
      ...(link === undefined ? {} : { links: [link] }),
      image: attachments.withId(portrait)?.address,
      ...(biography === '' ? {} : { text: (context) => htmlToMarkdown(biography, context) }),
    }));
  }

  /** Those who are credited, by what the addresses of their pages are made of. */
  pages(): readonly Pick<Person, 'key' | 'slug' | 'number'>[] {
    return this.#all();
  }

  #all(): readonly Person[] {
    return [...this.#byKey.values()].filter(({ key }) => this.#credited.has(key));
  }

  #keyOfUser(login: string): string | undefined {
    if (login === '') return undefined;
    return this.#keys.get(login) ?? this.#add(login, publicPart(login));
  }

  #keyOfTerm({ nicename, name }: ItemTerm): string | undefined {
    const slug = nicename.replace(/^cap-/, '');
    const known = this.#keys.get(name) ?? this.#keys.get(slug);
    if (known !== undefined) return known;
    const title = wordsOf(name) || slug;
    return title === '' ? undefined : this.#add(slug || title, publicPart(title));
  }

  #add(
    login: string,
    name: string,
    more: Partial<Pick<Person, 'biography' | 'link' | 'portrait' | 'number'>> = {},
  ): string {
    const slug = slugOf(login);
    const known = this.#keys.get(login);
    const key = known ?? (login.includes('@') ? slug : login);
    const before = this.#byKey.get(key);
    this.#byKey.set(key, {
      key,
      name: before && more.biography === undefined && before.name !== publicPart(login) ? before.name : name,
      slug,
      number: more.number ?? before?.number,
      biography: more.biography || before?.biography || '',
      link: more.link ?? before?.link,
      portrait: more.portrait ?? before?.portrait,
    });
    this.#keys.set(login, key);
    if (!this.#keys.has(slug)) this.#keys.set(slug, key);
    return key;
  }
}

/** Of a login that is an e-mail address, what stands before `@`. */
function publicPart(login: string): string {
  return login.replace(/@.*$/s, '') || login;
}

/** What WordPress makes of a login for the address of a user's page. */
function slugOf(login: string): string {
  return login
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.\s/]+/g, '-')
    .replace(/[^\p{L}\p{N}_-]+/gu, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
}
