import { createHash } from 'node:crypto';

/** A short name for a text: another text, another name. */
export const fingerprint = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12);
