import type { VNode } from 'preact';
import type { FrontCard as Data } from '../../src/pages/fronts/front-parts.ts';
import { Card } from './card.tsx';

/** A card in the weight that its front gives it: with its picture, with a face, or with words alone. */
export function FrontCard({ data, isLead = false, level }: FrontCardProps): VNode {
  const { card, weight, live, writer } = data;
  if (weight === 'opinion') {
    const portrait = { ...card, picture: writer?.picture };
    return <Card card={portrait} isLead={isLead} level={level} kind="opinion" writer={writer?.name} />;
  }
  if (weight === 'text')
    return <Card card={{ ...card, picture: undefined }} isLead={isLead} level={level} kind="plain" />;
  if (weight === 'live') {
    const before = <span class="live">{live}</span>;
    return <Card card={card} isLead={isLead} level={level} kind="ongoing" before={before} />;
  }
  return <Card card={card} isLead={isLead} level={level} />;
}

interface FrontCardProps {
  readonly data: Data;
  readonly isLead?: boolean;
  readonly level: 2 | 3;
}
