/** The organisation that publishes the site. schema.org: `NewsMediaOrganization`. */
export interface Publisher {
  readonly name: string;
  /** Path of the logo in `content/`. */
  readonly logo: string | undefined;
  readonly contact: string | undefined;
  readonly corrections: string | undefined;
  readonly ethics: string | undefined;
  readonly ownership: string | undefined;
}

/** What is said of the publisher in a further language. */
export type LocalPublisher = { readonly [Key in keyof Publisher]: Publisher[Key] | undefined };

/** The publisher in a further language; where nothing is said in that, it is as in the main one. */
export function localPublisher(own: LocalPublisher, main: Publisher): Publisher {
  return {
    name: own.name ?? main.name,
    logo: own.logo ?? main.logo,
    contact: own.contact ?? main.contact,
    corrections: own.corrections ?? main.corrections,
    ethics: own.ethics ?? main.ethics,
    ownership: own.ownership ?? main.ownership,
  };
}

/** What of it is the address of a page. */
export const PUBLISHER_PAGES = ['contact', 'corrections', 'ethics', 'ownership'] as const;
