/** `npm run newsletter`: where the issues stand, who would get one when, and pause, resume and cancel. */
import { explainingForeseen } from './account/foreseen.ts';
import { newsletter } from './account/newsletter.ts';
import { terminal } from './account/terminal.ts';

await explainingForeseen(() => newsletter(terminal(), process.argv.slice(2)));
