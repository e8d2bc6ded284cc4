/** In large type on a phone there is room for one column, and none beside words: a picture has the whole line. */
const ALONE = '(max-width: 19rem) calc(100vw - 2rem)';
/** Beside words. */
const BESIDE = `${ALONE}, 7rem`;
/** In one of two columns of a phone. */
const HALF = `${ALONE}, calc(50vw - 1.5rem)`;

/**
 * How wide pictures are where they stand, for the browser's choice among their files: `sizes` (HTML, 4.8.4.2.2). It follows the stylesheets: whoever
 * sets a picture wider there says it here. A picture that fills a box of another ratio is as wide as it is before it is cut.
 */
export const SIZES = {
  /** At the head of a story. */
  lead: '(min-width: 62rem) 55rem, (min-width: 42rem) 38.5rem, 100vw',
  /** One that is small or upright, in the column. */
  leadOfColumn: '(min-width: 42rem) 38.5rem, 100vw',
  /** At the head of a feature, and beside the text on both sides. */
  wide: '(min-width: 81rem) 76rem, 100vw',
  /** From edge to edge of the window. */
  full: '100vw',
  /** In a text. */
  column: '(min-width: 42rem) 38.5rem, calc(100vw - 2rem)',
  /** In two columns of a gallery. */
  gallery: '(min-width: 62rem) 27rem, (min-width: 42rem) 19rem, (min-width: 40rem) 46vw, calc(100vw - 2rem)',
  /** Alone in its line of a gallery. */
  galleryAlone: '(min-width: 62rem) 55rem, (min-width: 42rem) 38.5rem, calc(100vw - 2rem)',
  /** The first story of a front, with others beside it. */
  cardLead: '(min-width: 81rem) 49rem, (min-width: 62rem) 61vw, (min-width: 40rem) 54vw, calc(100vw - 2rem)',
  /** Stacked beside it. */
  stacked: `(min-width: 81rem) 24rem, (min-width: 62rem) 30vw, (min-width: 40rem) 36vw, ${BESIDE}`,
  /** The first story of a group. */
  groupLead: '(min-width: 81rem) 24rem, (min-width: 62rem) 30vw, (min-width: 40rem) 54vw, calc(100vw - 2rem)',
  /** In a row of three; on a phone all rows have two columns. */
  card: `(min-width: 81rem) 24rem, (min-width: 40rem) 30vw, ${HALF}`,
  cardOfFour: `(min-width: 81rem) 17.5rem, (min-width: 62rem) 22vw, (min-width: 40rem) 44vw, ${HALF}`,
  cardOfTwo: `(min-width: 62rem) 16rem, (min-width: 40rem) 44vw, ${HALF}`,
  cardAlone: `(min-width: 81rem) 36.2rem, (min-width: 40rem) 46vw, ${BESIDE}`,
  /** On the page of a topic or a person. */
  river: `(min-width: 40rem) 14rem, ${BESIDE}`,
  /** Beside the headline of a small card, on every screen. */
  thumbnail: BESIDE,
  /** Beside the name of someone. */
  face: '5.7rem',
  /** Beside a byline; and beside that of an opinion. */
  faceByline: '3rem',
  faceBylineOpinion: '(min-width: 40rem) 8rem, 4.5rem',
  /** Beside someone's opinion. */
  faceOpinion: '4.5rem',
  faceLead: '7rem',
  /** At the head of someone's page. */
  portrait: '(min-width: 40rem) 16.3rem, 8.2rem',
} as const;
