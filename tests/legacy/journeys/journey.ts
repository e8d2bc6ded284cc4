/** What is done in an engine, in this order, by a reader who was never here before. */
export interface Journey {
  readonly steps: readonly Step[];
  /** A script that runs before those of each page. */
  readonly before?: string;
}

/** One thing that a reader does. After each, what the page then shows is noted. */
export type Step =
  | { readonly do: 'open'; readonly address: string }
  | { readonly do: 'press'; readonly key: 'Tab' | 'Enter' | 'Space' }
  | { readonly do: 'click the button' }
  | { readonly do: 'keep a picture'; readonly file: string };

/** What came of a journey. */
export interface Travelled {
  /** Of the engine, as it says itself. */
  readonly version: string;
  /** What the page showed after each step. */
  readonly sights: readonly Sight[];
  /** Addresses that were asked for. */
  readonly requests: readonly string[];
  /** Script errors, and requests that failed. */
  readonly faults: readonly string[];
}

/** What a page shows at one moment; `look.js` finds it out. */
export interface Sight {
  readonly address: string;
  readonly language: string;
  readonly userAgent: string;
  readonly cookies: string;
  readonly hasStorage: boolean;
  readonly banner?: Banner;
  readonly focus: Focus;
}

/** The banner as a page has it. Lengths are in pixels of the window. */
export interface Banner {
  readonly role: string;
  readonly label: string;
  readonly language: string;
  readonly direction: string;
  /** Its colour, `rgb(1, 2, 3)`. */
  readonly background: string;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly windowWidth: number;
  /** Whether nothing lies over it and no style hides it. */
  readonly isSeen: boolean;
  readonly link: string;
  readonly linkText: string;
  readonly buttonType: string;
  readonly buttonText: string;
  /** The middle of the button. */
  readonly buttonX: number;
  readonly buttonY: number;
}

/** Where the keyboard is. */
export type Focus = 'link of the banner' | 'button of the banner' | 'main' | 'elsewhere';
