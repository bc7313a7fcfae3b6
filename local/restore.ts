/** `npm run restore`: brings back what the table has lost. */

import { explainingForeseen } from './account/foreseen.ts';
import { restore } from './account/restore.ts';
import { terminal } from './account/terminal.ts';

await explainingForeseen(() => restore(terminal(), process.argv.slice(2)));
