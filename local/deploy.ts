/** `npm run deploy`: into your AWS account. */
import { deploy } from './account/deploy.ts';
import { explainingForeseen } from './account/foreseen.ts';
import { terminal } from './account/terminal.ts';

await explainingForeseen(() => deploy(terminal(), process.argv.slice(2)));
