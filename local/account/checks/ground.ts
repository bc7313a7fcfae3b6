import type { Check, CheckWorld } from '../check.ts';
import { ok, run, say, todo, type Verdict, wrong } from '../verdict.ts';

/** SES sends from every region and receives in some (SES guide, "Regions": email receiving). */
const region: Check = {
  id: 'region',
  when: 'before',
  async run({ account, region: name }) {
    if ((await account.receiving()).is !== 'unavailable') return ok(`${name} receives mail`);
    return wrong(
      `SES receives no mail in ${name}, so readers could not answer`,
      say('Take a region that does, such as us-east-1, us-west-2 or eu-west-1: --region eu-west-1'),
    );
  },
};

/** The version that CDK 2 asks for with the assets that we deploy. */
const BOOTSTRAP_NEEDED = 6;

const bootstrap: Check = {
  id: 'bootstrap',
  when: 'before',
  async run({ account, accountId, region: name }) {
    const version = await account.bootstrapVersion();
    if (version !== undefined && version >= BOOTSTRAP_NEEDED) return ok(`version ${version}`);
    const what =
      version === undefined
        ? 'CDK has not prepared this account and region yet; it is done once'
        : `the bootstrap stack is of version ${version}, and ${BOOTSTRAP_NEEDED} is needed`;
    return wrong(what, run(`npx cdk bootstrap aws://${accountId}/${name}`));
  },
};

const stack: Check = {
  id: 'stack',
  when: 'before',
  async run(world) {
    return strangers(world) ?? statusOf(world);
  },
};

/** Another publication's readers must not become ours, nor ours theirs. */
function strangers({ stack: found, subject }: CheckWorld): Verdict | undefined {
  const theirs = found?.tags['kindling:domain'];
  if (theirs === undefined || theirs === subject.domain) return undefined;
  return wrong(
    `the stack ${subject.stackName} belongs to ${theirs}, and this configuration is of ${subject.domain}`,
    say(
      'Give this one a stage of its own, or deploy it to another region: -c stage=second, or --region',
    ),
  );
}

/** CloudFormation guide, "Stack status codes". */
function statusOf({ stack: found, subject, region: where }: CheckWorld): Verdict {
  const { stackName } = subject;
  const aws = (what: string) =>
    run(`aws cloudformation ${what} --stack-name ${stackName} --region ${where}`);
  const status = found?.status ?? 'REVIEW_IN_PROGRESS';
  if (status === 'REVIEW_IN_PROGRESS')
    return todo('nothing is deployed yet', run('npm run deploy'));
  if (/^(ROLLBACK_(COMPLETE|FAILED)|CREATE_FAILED|DELETE_FAILED)$/.test(status)) {
    return wrong(
      `${stackName} is in ${status}: it was never finished, and can only be deleted`,
      aws('update-termination-protection --no-enable-termination-protection'),
      aws('delete-stack'),
      say('Its table stays, since tables are protected; delete it by hand if it is empty.'),
    );
  }
  if (status === 'UPDATE_ROLLBACK_FAILED') {
    return wrong(
      `the last update of ${stackName} could not be taken back`,
      aws('continue-update-rollback'),
    );
  }
  if (status.endsWith('_IN_PROGRESS')) {
    return wrong(
      `${stackName} is being changed right now (${status})`,
      say('Wait until it is done.'),
    );
  }
  return status === 'UPDATE_ROLLBACK_COMPLETE'
    ? ok(`${stackName} stands; its last update was taken back`)
    : ok(`${stackName} stands`);
}

export const GROUND: readonly Check[] = [region, bootstrap, stack];
