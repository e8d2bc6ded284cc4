/** What stands between the braces of `{: #id .wide credit="Ana Ruiz" toc}`. */
export interface Kramdown {
  readonly id: string | undefined;
  /** `.wide`, `credit`, `toc`: everything but the identifier, with its value, as it may stand after a picture. */
  readonly values: ReadonlyMap<string, string>;
}

const PART = /#([^\s#}]+)|(\.?[^\s=.#"'}][^\s="'.#}]*)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'}]*)))?/g;

/** Reads attributes as kramdown has them (“inline attribute lists”); signs that are none of any count for nothing. */
export function readKramdown(inside: string): Kramdown {
  let id: string | undefined;
  const values = new Map<string, string>();
  for (const [, identifier, name, double, single, bare] of inside.matchAll(PART)) {
    if (identifier !== undefined) id ??= identifier;
    else if (name !== undefined) values.set(name, double ?? single ?? bare ?? '');
  }
  return { id, values };
}
