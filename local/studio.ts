/** `npm run studio`: the author's desk in the browser. */
import { explainingForeseen } from './account/foreseen.ts';
import { terminal } from './account/terminal.ts';
import { studio } from './studio/command.ts';

await explainingForeseen(() => studio(terminal(), process.argv.slice(2)));
