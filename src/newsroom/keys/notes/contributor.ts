import type { contributorSchema } from '../../../validate/contributors.ts';
import type { NotesOf } from '../note.ts';
import { pictureNotes } from './story-parts.ts';

/** The front matter of a contributor. */
export const CONTRIBUTOR = {
  name: {
    help: 'The name as it is printed, and sorted in the alphabet of the language of the site.',
    examples: ['Jane Doe'],
  },
  names: {
    label: 'Names in other languages',
    help: 'What they are called in other languages. Stories in one of them that credit the id print that name, and stories that credit the name lead to this page.',
    examples: [{ ar: 'جين دو' }],
    names: { from: 'languages', isClosed: false },
  },
  role: { help: 'What they do, printed under the name.', examples: ['Harbour reporter'] },
  image: {
    label: 'Portrait',
    help: 'The portrait, which is also beside their bylines.',
    examples: [{ src: 'jane.jpg', alt: 'Jane Doe at the quay.' }],
    more: 'pictures',
    keys: pictureNotes('jane.jpg'),
  },
  email: { label: 'E-mail', help: 'An e-mail address, printed as a link.', examples: ['jane@post.example'] },
  links: {
    help: 'Links to other sites, to pages of this one or to an e-mail address (`mailto:`): an address alone, or with words. Search engines are told that those to other sites are about the same person.',
    examples: [['https://social.example/@jane', { label: 'Tide notes', url: 'https://example.com/tides' }]],
    content: 'address',
    keys: {
      label: { help: 'The words to print for it.', examples: ['Tide notes'] },
      url: { label: 'Address', help: 'Where it leads.', examples: ['https://example.com/tides'], content: 'address' },
    },
  },
  formerNames: {
    help: 'Earlier names. Stories that credit one of them lead to this page and keep the name that they print; the page says “Formerly …”.',
    examples: [['Jane Roe']],
  },
} as const satisfies NotesOf<typeof contributorSchema>;
