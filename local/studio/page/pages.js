import { health } from './health.js';
import { letters } from './letters.js';
import { newsletter } from './newsletter.js';

/** In the order of the navigation. @type {readonly import('./studio.js').Page[]} */
export const PAGES = [newsletter, letters, health];
