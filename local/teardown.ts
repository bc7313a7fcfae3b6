/** `npm run teardown`: closes down, in two steps. */

import { explainingForeseen } from './account/foreseen.ts';
import { teardown } from './account/teardown.ts';
import { terminal } from './account/terminal.ts';

await explainingForeseen(() => teardown(terminal(), process.argv.slice(2)));
