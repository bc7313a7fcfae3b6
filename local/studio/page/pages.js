import { course } from './course.js';
import { health } from './health.js';
import { letters } from './letters.js';
import { money } from './money.js';
import { newsletter } from './newsletter.js';
import { readers } from './readers.js';
import { replies } from './replies.js';
import { today } from './today.js';

/** In the order of the navigation. @type {readonly import('./studio.js').Page[]} */
export const PAGES = [today, course, readers, replies, newsletter, letters, health, money];
