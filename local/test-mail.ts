/** `npm run test:mail`: sends you any mail, as a reader of your choice would get it. */
import { explainingForeseen } from './account/foreseen.ts';
import { terminal } from './account/terminal.ts';
import { testMail } from './account/test-mail.ts';

await explainingForeseen(() => testMail(terminal(), process.argv.slice(2)));
