/** A page of the demo for each kind that readers see, by the name of its picture. */
export const PAGES_SEEN: readonly (readonly [name: string, what: string, path: string])[] = [
  ['front', 'The home page', '/'],
  ['section', 'A section', '/news/'],
  ['story', 'A story with a picture, sound and a transcript', '/2026/11/19/swing-bridge-closes/'],
  ['feature', 'A feature', '/2026/11/21/the-long-repair/'],
  ['opinion', 'An opinion', '/2026/11/22/opinion-columns-gwen/'],
  ['interview', 'An interview', '/2026/11/14/interview-sal-pell/'],
  ['live-blog', 'A live blog', '/2026/11/22/bridge-closure-live/'],
  ['gallery', 'A story in pictures', '/2026/11/22/harbour-in-pictures/'],
  ['figures', 'A story of charts', '/2026/11/23/crossing-in-figures/'],
  ['tables', 'A story of tables', '/2026/11/21/herons-results/'],
  ['fact-check', 'A fact check', '/2026/11/23/fact-check-ambulances/'],
  ['right-to-left', 'A story from right to left', '/2026/11/21/tarnmouth-harbour-arabic/'],
  ['contributor', 'A contributor', '/contributors/gwen-ashdown/'],
  ['archive', 'A month of the archive', '/2026/11/'],
  ['search', 'The search', '/search/?q=harbour'],
];
