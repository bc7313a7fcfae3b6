/** What runs in a pseudo-terminal for a test: commands one after another, each with its status behind it. */
import { explainingForeseen } from '../../local/account/foreseen.ts';
import { terminal } from '../../local/account/terminal.ts';
import { kindling } from '../../local/kindling/run.ts';

const commands = JSON.parse(process.argv[2] ?? '[]') as readonly (readonly string[])[];
for (const args of commands) {
  await explainingForeseen(() => kindling(terminal(), args));
  console.log(`[status ${process.exitCode}]`);
  process.exitCode = 0;
}
