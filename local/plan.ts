/** `npm run plan`: what the courses in `content/` would mean for everybody who reads. */
import { explainingForeseen } from './account/foreseen.ts';
import { plan } from './account/plan.ts';
import { terminal } from './account/terminal.ts';

await explainingForeseen(() => plan(terminal(), process.argv.slice(2)));
