/** What a story is found by and its result prints, beside its headline and its dek. */
export function namesOf(story) {
  return [story.section, ...(story.names || [])].filter(Boolean);
}
