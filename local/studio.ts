/** `npm run studio`: the author's desk in the browser. */
import { once } from 'node:events';
import { explainingForeseen } from './account/foreseen.ts';
import { terminal } from './account/terminal.ts';
import { studio } from './studio/command.ts';

const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
await explainingForeseen(() => studio(terminal(), process.argv.slice(2), stopped));
