/**
 * How wide pictures are where they stand, for the browser's choice among their files: `sizes` (HTML, 4.8.4.2.2). It follows the stylesheets: whoever
 * sets a picture wider there says it here. A picture that fills a box of another ratio is as wide as it is before it is cut.
 */
export const SIZES = {
  /** At the head of a story. */
  lead: '(min-width: 62rem) 55rem, (min-width: 42rem) 38.5rem, 100vw',
  /** At the head of a feature, and beside the text on both sides. */
  wide: '(min-width: 81rem) 76rem, 100vw',
  /** From edge to edge of the window. */
  full: '100vw',
  /** In a text. */
  column: '(min-width: 42rem) 38.5rem, calc(100vw - 2rem)',
  /** In two columns of a gallery. */
  gallery: '(min-width: 62rem) 27rem, (min-width: 42rem) 19rem, (min-width: 40rem) 46vw, calc(100vw - 2rem)',
  /** The first story of a front. */
  cardLead: '(min-width: 81rem) 43rem, (min-width: 62rem) 54vw, (min-width: 40rem) 46vw, calc(100vw - 2rem)',
  /** In two to four columns; on a phone, a square of seven rem. */
  card: '(min-width: 81rem) 24rem, (min-width: 62rem) 30vw, (min-width: 40rem) 46vw, 10.5rem',
  /** On the page of a topic or a person. */
  river: '(min-width: 40rem) 14rem, 10.5rem',
  /** A square of seven rem, on every screen. */
  thumbnail: '10.5rem',
  /** Beside the name of someone. */
  face: '5.7rem',
  faceLead: '(min-width: 40rem) 13rem, 7rem',
  /** At the head of someone's page. */
  portrait: '(min-width: 40rem) 16.3rem, 8.2rem',
} as const;
