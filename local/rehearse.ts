/** `npm run rehearse`: an empty AWS account on this machine, to which `npm run deploy` can deploy. */
import { parseArgs } from 'node:util';
import { ArgumentError } from './account/arguments.ts';
import { brandNew, established } from './cloud/account/state.ts';
import { type Cloud, StartError, startAccount } from './cloud/cloud.ts';

/** @throws ArgumentError */
function isEstablished(): boolean {
  try {
    const { values } = parseArgs({ options: { established: { type: 'boolean', default: false } } });
    return values.established;
  } catch {
    throw new ArgumentError(
      'npm run rehearse knows one option: npm run rehearse -- --established ' +
        '(out of the sandbox, every record there, room for a thousand Lambdas)',
    );
  }
}

function welcome({ url, endpoint }: Cloud): string {
  return `
An AWS account runs on this machine, with nothing in it; nothing leaves this machine.

  In another terminal, deploy to it:

    export AWS_ENDPOINT_URL=${endpoint} AWS_REGION=us-east-1
    export AWS_ACCESS_KEY_ID=author AWS_SECRET_ACCESS_KEY=local
    npm run deploy

  What you then have   ${url}/
  Its mailbox          ${url}/_local/
  The account itself   ${url}/_local/account

It is forgotten when it stops. Ctrl-C stops.
`;
}

try {
  const account = await startAccount({
    port: 0,
    account: isEstablished() ? established() : brandNew(),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      account.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  console.log(welcome(account));
} catch (error) {
  const isUnclear = error instanceof ArgumentError;
  if (!isUnclear && !(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = isUnclear ? 2 : 1;
}
