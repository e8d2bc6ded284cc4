/** What robots.txt of a host lets a program ask for. */
export interface RobotRules {
  readonly allows: (path: string) => boolean;
}

/** So much of a file is read (RFC 9309 asks for no less). */
export const MOST_BYTES_OF_ROBOTS = 500_000;

export const ALLOWS_ALL: RobotRules = { allows: () => true };

interface Rule {
  readonly isAllowed: boolean;
  readonly pattern: string;
}

/**
 * Reads robots.txt (RFC 9309) for a program: the groups that name it count, or else those for all. Of the rules that a path matches the
 * longest counts, of two such the one that allows.
 *
 * @param name What the program calls itself there, without its version.
 */
export function readRobots(text: string, name: string): RobotRules {
  const groups = { named: [] as Rule[], all: [] as Rule[], isNamed: false };
  let agents: string[] = [];
  let isInRules = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, key = '', value = ''] = /^\s*([\w-]+)\s*:([^#]*)/.exec(line) ?? [];
    const field = key.toLowerCase();
    if (field === 'user-agent') {
      if (isInRules) agents = [];
      isInRules = false;
      agents.push(value.trim().toLowerCase());
      if (agents.at(-1) === name.toLowerCase()) groups.isNamed = true;
    } else if (field === 'allow' || field === 'disallow') {
      isInRules = true;
      const rule = { isAllowed: field === 'allow', pattern: value.trim() };
      if (rule.pattern === '') continue;
      if (agents.includes(name.toLowerCase())) groups.named.push(rule);
      if (agents.includes('*')) groups.all.push(rule);
    }
  }
  const rules = groups.isNamed ? groups.named : groups.all;
  return {
    allows: (path) => {
      const matching = rules.filter(({ pattern }) => matches(pattern, path));
      const length = Math.max(0, ...matching.map(({ pattern }) => pattern.length));
      const longest = matching.filter(({ pattern }) => pattern.length === length);
      return longest.length === 0 || longest.some(({ isAllowed }) => isAllowed);
    },
  };
}

/** Whether a path begins as a pattern says; `*` stands for any characters, and `$` at the end for the end. */
function matches(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const parts = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  const [first = '', ...others] = parts;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of others.entries()) {
    const isLast = index === others.length - 1;
    if (isWhole && isLast) return path.length - part.length >= at && path.endsWith(part);
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !isWhole || at === path.length;
}
