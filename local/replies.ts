/** `npm run replies`: what readers wrote, and how replies are read. */
import { explainingForeseen } from './account/foreseen.ts';
import { terminal } from './account/terminal.ts';
import { repliesCommand } from './replies/command.ts';

await explainingForeseen(() => repliesCommand(terminal(), process.argv.slice(2)));
