import type { AlarmState } from '../ask/alarms.ts';
import { type Check, type CheckWorld, named } from '../check.ts';
import { ok, run, say, todo, wrong } from '../verdict.ts';

const alarmsOf = (world: CheckWorld) =>
  world.account.alarms(named(world, 'AWS::CloudWatch::Alarm'));

/** SNS guide, "Email notifications": nothing is mailed before somebody confirmed it. */
const alarmMail: Check = {
  id: 'alarm-mail',
  when: 'after',
  needs: ['stack'],
  async run(world) {
    const { account, region, subject } = world;
    const [topic] = (await alarmsOf(world)).flatMap(({ actions }) => actions);
    if (topic === undefined)
      return wrong('no alarm tells anybody', run('npm run deploy -- --force'));
    const mails = (await account.subscriptions(topic)).filter(
      ({ protocol }) => protocol === 'email',
    );
    const subscribed = mails.filter(
      ({ endpoint }) => endpoint.toLowerCase() === subject.alarmAddress.toLowerCase(),
    );
    const again = run(
      `aws sns subscribe --topic-arn ${topic} --protocol email ` +
        `--notification-endpoint ${subject.alarmAddress} --region ${region}`,
    );
    if (subscribed.some(({ confirmed }) => confirmed))
      return ok(`alarms go to ${subject.alarmAddress}`);
    return subscribed.length > 0
      ? todo(
          `${subject.alarmAddress} has a mail from AWS whose link is still to be clicked`,
          say('Its subject is "AWS Notification - Subscription Confirmation". To get another:'),
          again,
        )
      : wrong(
          `${mails.length === 0 ? 'nobody' : 'somebody else'} is subscribed to the alarms`,
          again,
        );
  },
};

const ofArticle = ({ description }: AlarmState) => say(description);

const ringing: Check = {
  id: 'alarms',
  when: 'after',
  needs: ['stack'],
  async run(world) {
    const all = await alarmsOf(world);
    const rings = all.filter((one) => one.rings);
    if (rings.length === 0) return ok('none rings');
    const isNew = ({ seasoned }: AlarmState) =>
      seasoned !== undefined && seasoned.getTime() > world.now().getTime();
    const names = (some: readonly AlarmState[]) => some.map(({ name }) => name).join(', ');
    const heard = rings.filter((one) => !isNew(one));
    if (heard.length > 0) return wrong(names(heard), ...heard.map(ofArticle));
    return todo(
      `${names(rings)} watches since a moment ago, and has heard nothing yet`,
      run('npm run doctor'),
    );
  },
};

const deadLetters: Check = {
  id: 'dead-letters',
  when: 'after',
  needs: ['stack'],
  async run({ account, resources }) {
    const queues = resources.filter(
      ({ type, logicalId }) => type === 'AWS::SQS::Queue' && /DeadLetters/.test(logicalId),
    );
    const counts = await Promise.all(queues.map(({ physicalId }) => account.waiting(physicalId)));
    const waiting = counts.reduce((sum, count) => sum + count, 0);
    return waiting === 0
      ? ok('all are empty')
      : wrong(`${waiting} wait for you`, say('docs/runbook.md says what each queue holds.'));
  },
};

const backups: Check = {
  id: 'backups',
  when: 'after',
  needs: ['stack'],
  async run({ account, stack }) {
    const table = stack?.outputs['TableName'] ?? '';
    if (await account.hasBackups(table))
      return ok('any second of the last 35 days can be brought back');
    return wrong(
      `${table} can't be set back`,
      run(
        `aws dynamodb update-continuous-backups --table-name ${table} ` +
          '--point-in-time-recovery-specification PointInTimeRecoveryEnabled=true',
      ),
    );
  },
};

export const WATCH: readonly Check[] = [alarmMail, ringing, deadLetters, backups];
