import type { Brand } from './brand.ts';

/** A language that we have words in: the name of a folder in `content/words/`, such as `pt`. */
export type Language = Brand<string, 'Language'>;
