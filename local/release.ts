/** `npm run release`: lets letters go again that were stopped since too many came back. */

import { explainingForeseen } from './account/foreseen.ts';
import { release } from './account/release.ts';
import { terminal } from './account/terminal.ts';

await explainingForeseen(() => release(terminal(), process.argv.slice(2)));
