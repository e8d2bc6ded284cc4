import type { Article } from '../../domain/story/article.ts';
import { type Finding, valueAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';

const BETWEEN = /\s*(?:;\s+|；\s*)/;
/** A topic as most are: words, and nothing else. */
const WORDS = /^\p{L}[\p{L}\p{M}\p{N}’'-]+(?: [\p{L}\p{M}\p{N}’'-]+)*$/u;
const QUOTED = /^[“„«‘]([\p{L}\p{M}\p{N}’' -]{3,})[“”»’]$/u;

/** One mark of two: a comma between them has ended the topic. */
const HALF_QUOTED = /^[“„«][^“”»]*$|^[^“„«]*[”»]$/u;

/** Each topic has a page of its own, so two of them do not stand in one, nor one in typographic quotation marks. */
export function topicsJoined({ path, topics }: Article): readonly Finding[] {
  return topics.flatMap((topic, index): readonly Finding[] => {
    if (HALF_QUOTED.test(topic)) return [halfQuoted(path, topic, index)];
    const parts = topic.split(BETWEEN);
    const quoted = QUOTED.exec(topic)?.[1];
    const isJoined = parts.length > 1 && parts.every((part) => WORDS.test(part));
    if (!isJoined && quoted === undefined) return [];
    const message =
      quoted === undefined
        ? `Unexpected ${quote(topic)} as one topic, expected a comma between two, and no other sign`
        : `Unexpected quotation marks around ${quote(topic)}, expected a topic without them`;
    const hint = `write \`${quoted ?? parts.join(', ')}\``;
    return [{ code: 'topics-joined', path, at: valueAt('topics', index), message, hint }];
  });
}

/** `[“Bell, Ana”]`: for YAML, typographic marks are letters as any other, and the comma is not. */
function halfQuoted(path: string, topic: string, index: number): Finding {
  return {
    code: 'topics-joined',
    path,
    at: valueAt('topics', index),
    message: `Unexpected quotation mark in ${quote(topic)} that has no other, expected straight ones around a topic with a comma`,
    hint: 'write `"` before and behind it',
  };
}
