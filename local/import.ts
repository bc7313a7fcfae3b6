/** `npm run import`: brings a list here from another tool, or back. */

import { explainingForeseen } from './account/foreseen.ts';
import { importList } from './account/import.ts';
import { terminal } from './account/terminal.ts';

await explainingForeseen(() => importList(terminal(), process.argv.slice(2)));
