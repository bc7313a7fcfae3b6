import { join } from 'node:path';

/** The words that come with Kindling. */
export const SHIPPED_CONTENT = join(import.meta.dirname, '../../content');

/** The folder of all words; `KINDLING_CONTENT` names another, such as that of a second publication. */
export const contentFolder = (): string => process.env['KINDLING_CONTENT'] ?? SHIPPED_CONTENT;
