import { html } from 'hono/html';
import type { Words } from '../../core/words/words.ts';
import type { Markup } from './layout.ts';

/** Marks a form whose answer takes the form's place, where scripts run, and what is said meanwhile. */
export const inPlace = ({ signUp }: Words): Markup => html` data-in-place="${signUp.working}"`;
