/** `kindling`: every command, by one name. */
import { explainingForeseen } from './account/foreseen.ts';
import { terminal } from './account/terminal.ts';
import { kindling } from './kindling/run.ts';

await explainingForeseen(() => kindling(terminal(), process.argv.slice(2)));
