/** The way to a value in YAML: names of keys, and places in lists. */
export type Keys = readonly (string | number)[];
