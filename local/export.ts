/** `npm run export`: everybody who is known, as a list to take along. */

import { exportList } from './account/export.ts';
import { explainingForeseen } from './account/foreseen.ts';
import { terminal } from './account/terminal.ts';

await explainingForeseen(() => exportList(terminal(), process.argv.slice(2)));
