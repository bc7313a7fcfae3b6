import { OF_WISHES } from './intents.ts';
import type { Wish } from './understanding.ts';

/** What an author says that a mail should have been read as: one wish, or none. */
export type Label = 'no-wish' | Wish['is'];

export const LABELS: readonly Label[] = [
  'no-wish',
  ...(Object.keys(OF_WISHES) as readonly Wish['is'][]),
];
