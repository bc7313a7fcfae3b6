/** `npm run doctor`: is everything well in your AWS account? */
import { doctor } from './account/doctor.ts';
import { explainingForeseen } from './account/foreseen.ts';
import { terminal } from './account/terminal.ts';

await explainingForeseen(() => doctor(terminal(), process.argv.slice(2)));
