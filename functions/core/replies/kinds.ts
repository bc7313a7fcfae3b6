import type { Doing } from './grammar/frame.ts';

/** What a mail may be for, as the grammar calls it. */
export const KINDS = [
  'leave',
  'pause',
  'resume',
  'skip',
  'resend',
  'schedule',
  'status',
  'help',
  'export',
  'erase',
  'friends',
  'couple',
  'discreet',
  'newsletter',
  'noNewsletter',
  'address',
] as const satisfies readonly Doing[];
export type Kind = (typeof KINDS)[number];

/** One of them, and how likely it is that a mail which asks for something asks for that, 0 to 1. */
export interface LikelyKind {
  readonly kind: Kind;
  readonly chance: number;
}
