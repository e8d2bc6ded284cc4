import type { Article } from '../../domain/story/article.ts';
import { type Finding, valueAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';

const BETWEEN = /\s*(?:;\s+|；\s*)/;
/** A topic as most are: words, and nothing else. */
const WORDS = /^\p{L}[\p{L}\p{M}\p{N}’'-]+(?: [\p{L}\p{M}\p{N}’'-]+)*$/u;
const QUOTED = /^[“„«‘]([\p{L}\p{M}\p{N}’' -]{3,})[“”»’]$/u;

/** What begins with one of two marks, and what ends with the other. */
const OPENS = /^[“„«][\p{L}\p{N}][^“”„«»]*$/u;
const CLOSES = /^[^“”„«»]*[\p{L}\p{N}.!?][”“»]$/u;

/** Each topic has a page of its own, so two of them do not stand in one, nor one in typographic quotation marks. */
export function topicsJoined({ path, topics }: Article): readonly Finding[] {
  return topics.flatMap((topic, index): readonly Finding[] => {
    const end = OPENS.test(topic) ? topics.findIndex((other, at) => at > index && CLOSES.test(other)) : -1;
    if (end > 0) return [cutByComma(path, topics.slice(index, end + 1), index)];
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

/** `[“Tarn, Old Quay”]`: for YAML, typographic marks are letters as any other, and the comma is not. */
function cutByComma(path: string, parts: readonly string[], index: number): Finding {
  const whole = parts.join(', ');
  return {
    code: 'topics-joined',
    path,
    at: valueAt('topics', index),
    message: `Unexpected comma in ${quote(whole)}, expected straight quotation marks around a topic that has one`,
    hint: `write \`"${whole.slice(1, -1)}"\``,
  };
}
