/** `npm run setup`: what a first deployment has to know. */
import { explainingForeseen } from './account/foreseen.ts';
import { setup } from './account/setup.ts';
import { terminal } from './account/terminal.ts';

await explainingForeseen(() => setup(terminal(), process.argv.slice(2)));
