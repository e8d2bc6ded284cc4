/**
 * The directives of a Content Security Policy (Level 3) to which `csp` of `site.yaml` may add sources. Those that a `meta` element cannot
 * have are not among them, nor `object-src` and `base-uri`, which stay shut.
 */
export const SOURCE_DIRECTIVES = [
  'script-src',
  'style-src',
  'img-src',
  'media-src',
  'font-src',
  'connect-src',
  'frame-src',
  'worker-src',
  'form-action',
] as const;

export type SourceDirective = (typeof SOURCE_DIRECTIVES)[number];

/** Sources by directive, as a policy has them: `https://stats.example.com`, `'sha256-…'`. */
export type PolicySources = { readonly [Directive in SourceDirective]?: readonly string[] };
