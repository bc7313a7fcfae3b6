/** `npm run simulate`: a course in virtual time, as one reader's calendar and as totals. */
import { explainingForeseen } from './account/foreseen.ts';
import { terminal } from './account/terminal.ts';
import { simulate } from './simulate/simulate.ts';

await explainingForeseen(() => simulate(terminal(), process.argv.slice(2)));
