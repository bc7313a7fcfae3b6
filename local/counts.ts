/** `npm run counts`: what became of each letter and issue, in numbers. */
import { counts } from './account/counts.ts';
import { explainingForeseen } from './account/foreseen.ts';
import { terminal } from './account/terminal.ts';

await explainingForeseen(() => counts(terminal(), process.argv.slice(2)));
