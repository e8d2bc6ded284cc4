/** How a page is looked at: as in a window of some width, by day or night, in an old browser. */
export interface Look {
  /** Of the window, in CSS pixels; nothing where it is as wide as there is room. */
  readonly width: number | undefined;
  readonly scheme: 'light' | 'dark' | undefined;
  readonly isOldBrowser: boolean;
}

export interface ViewLink {
  readonly href: string;
  readonly label: string;
  /** Whether it is what is looked at. */
  readonly isCurrent: boolean;
}

export interface ViewGroup {
  readonly heading: string;
  readonly links: readonly ViewLink[];
}

/** Of a phone, a tablet and a desk. */
export const WIDTHS = [360, 768, 1280] as const;
const DEVICES = ['Phone', 'Tablet', 'Desk'] as const;

/** As a page is looked at without a word about it. */
export const PLAIN: Look = { width: undefined, scheme: undefined, isOldBrowser: false };

/** The names of the views that are no frame. */
export type OtherView = 'reader' | 'sharing';

/** All other ways to look at a page. */
export function viewLinks(path: string, current: Look | OtherView | undefined = undefined): readonly ViewGroup[] {
  const look = typeof current === 'object' ? current : PLAIN;
  const isFrame = typeof current === 'object';
  const frame = (label: string, changed: Partial<Look>): ViewLink => {
    const isCurrent = isFrame && Object.entries(changed).every(([key, value]) => look[key as keyof Look] === value);
    return { label, href: frameAddress(path, { ...look, ...changed }), isCurrent };
  };
  const other = (label: string, name: OtherView): ViewLink => ({
    label,
    href: `/_desk/views/${name}?${new URLSearchParams({ of: path })}`,
    isCurrent: current === name,
  });
  return [
    {
      heading: 'As wide as',
      links: [
        ...WIDTHS.map((width, index) => frame(`${DEVICES[index]}, ${width}`, { width })),
        ...(isFrame ? [frame('This window', { width: undefined })] : []),
      ],
    },
    {
      heading: 'Colours',
      links: [
        frame('Light', { scheme: 'light' }),
        frame('Dark', { scheme: 'dark' }),
        ...(isFrame ? [frame('As this system', { scheme: undefined })] : []),
      ],
    },
    {
      heading: 'As others see it',
      links: [
        frame('Old browser', { isOldBrowser: true }),
        ...(isFrame ? [frame('Browser of today', { isOldBrowser: false })] : []),
        other('Reader mode', 'reader'),
        other('Search result and share card', 'sharing'),
      ],
    },
  ];
}

function frameAddress(path: string, look: Look): string {
  return `/_desk/views/frame?${new URLSearchParams({ of: path, ...parametersOf(look) })}`;
}

/** A look as it stands in an address. */
export function parametersOf({ width, scheme, isOldBrowser }: Look): Readonly<Record<string, string>> {
  return {
    ...(width === undefined ? {} : { width: String(width) }),
    ...(scheme === undefined ? {} : { scheme }),
    ...(isOldBrowser ? { browser: 'old' } : {}),
  };
}

/** A look as an address says it; what it cannot be is left out. */
export function readLook(query: URLSearchParams): Look {
  const scheme = query.get('scheme');
  return {
    width: WIDTHS.find((width) => String(width) === query.get('width')),
    scheme: scheme === 'light' || scheme === 'dark' ? scheme : undefined,
    isOldBrowser: query.get('browser') === 'old',
  };
}
