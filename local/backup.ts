/** `npm run backup`: a backup of the table, and what has to be known without it. */
import { backup } from './account/backup.ts';
import { explainingForeseen } from './account/foreseen.ts';
import { terminal } from './account/terminal.ts';

await explainingForeseen(() => backup(terminal(), process.argv.slice(2)));
