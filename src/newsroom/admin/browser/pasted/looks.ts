/** How words stand out. `false` takes back what an element around them says. */
export interface Marks {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly delete?: boolean;
  readonly code?: boolean;
}

const ELEMENTS: Readonly<Record<string, Marks>> = {
  B: { bold: true },
  STRONG: { bold: true },
  I: { italic: true },
  EM: { italic: true },
  CITE: { italic: true },
  S: { delete: true },
  STRIKE: { delete: true },
  DEL: { delete: true },
  CODE: { code: true },
  KBD: { code: true },
  SAMP: { code: true },
  TT: { code: true },
};

/** How an element has its words stand out, by its name and by what its style says. */
export function lookOf(element: Element): Marks {
  const styles = stylesOf(element);
  const [weight, slope] = [styles.get('font-weight'), styles.get('font-style')];
  const line = styles.get('text-decoration') ?? styles.get('text-decoration-line') ?? '';
  return {
    ...ELEMENTS[element.tagName],
    ...(weight === undefined ? {} : { bold: /^bold/.test(weight) || Number.parseInt(weight, 10) >= 600 }),
    ...(slope === undefined ? {} : { italic: /^(?:italic|oblique)/.test(slope) }),
    ...(line.includes('line-through') ? { delete: true } : {}),
  };
}

export function isOff(mark: boolean | undefined): boolean {
  return mark !== true;
}

/** What the style of an element says, in small letters: what browsers do not know too, such as `mso-list`. */
export function stylesOf(element: Element): ReadonlyMap<string, string> {
  const written = element.getAttribute('style') ?? '';
  return new Map(
    written.split(';').flatMap((declaration): [string, string][] => {
      const colon = declaration.indexOf(':');
      if (colon < 0) return [];
      return [
        [
          declaration.slice(0, colon).trim().toLowerCase(),
          declaration
            .slice(colon + 1)
            .trim()
            .toLowerCase(),
        ],
      ];
    }),
  );
}
