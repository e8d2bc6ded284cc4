import { storyPages } from '../site/demo.ts';

/** The path of the home page. */
export const HOME = '/';

/** The path of the demo's first story in a language. */
export function storyIn(language: 'en-GB' | 'es' | 'ar'): string {
  const story = storyPages().find(({ tags }) => tags[0]?.attributes['lang'] === language);
  if (story === undefined) throw new Error(`No story of the demo is in ${language}`);
  return story.path;
}

/** A page whose reader is told, by the name of its picture, and the language that its banner is in. */
export interface ToldPage {
  readonly name: string;
  readonly path: string;
  readonly language: string;
}

/** The home page, and a story in each language of the demo. */
export function toldPages(): readonly ToldPage[] {
  return [
    { name: 'home', path: HOME, language: 'en' },
    { name: 'story', path: storyIn('en-GB'), language: 'en' },
    { name: 'spanish', path: storyIn('es'), language: 'es' },
    { name: 'arabic', path: storyIn('ar'), language: 'ar' },
  ];
}
