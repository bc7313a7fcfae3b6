import type { SendingAccount } from '../ask/mail.ts';
import { type Check, named } from '../check.ts';
import type { Subject } from '../subject.ts';
import { ok, run, say, todo, type Verdict, wrong } from '../verdict.ts';

/** A deployment needs no leave to send, and AWS wants to see the deployed pages before it gives any. */
const leave: Check = {
  id: 'leave-to-send',
  when: 'after',
  needs: ['stack'],
  run: async ({ account, subject }) => leaveIn(await account.sendingAccount(), subject),
};

/** SES guide, "Request production access" and "Account reputation". */
function leaveIn(told: SendingAccount, { sendRate }: Pick<Subject, 'sendRate'>): Verdict {
  const { enforcement, perDay, perSecond } = told;
  if (enforcement === 'SHUTDOWN' || !told.sendingEnabled) {
    return wrong(
      'AWS has stopped all sending of this account',
      say('Its mail to you says why; answer it in the support center.'),
    );
  }
  if (enforcement === 'PROBATION') {
    return wrong(
      'AWS watches this account: too much bounced, or was called spam',
      say('Its mail to you says what to do.'),
    );
  }
  const rate = `${perDay} mails a day, ${perSecond} a second`;
  if (told.production && perSecond > sendRate) {
    return todo(`${rate}, and the senders are made for ${sendRate}`, run('npm run deploy'));
  }
  if (told.production) return ok(rate);
  const sandbox = `the sandbox: ${rate}, to verified addresses only`;
  if (told.review === 'PENDING')
    return todo(`${sandbox}; AWS is looking at your request`, say('It takes about a day.'));
  if (told.review === 'DENIED') {
    return wrong(
      `${sandbox}; AWS has said no`,
      say(`${answerIn(told)}: who your readers are, and how they signed up.`),
    );
  }
  return todo(sandbox, run('npm run setup -- --production'));
}

/** After a no AWS takes no second request, neither by API nor console (aws/aws-cli#6652). */
export const answerIn = ({ reviewCase }: Pick<SendingAccount, 'reviewCase'>): string =>
  `Answer in the support case${reviewCase === undefined ? '' : ` ${reviewCase}`}`;

/** Since July 2026 a new account is on Essentials (SES pricing): $0.16 a thousand, not $0.10. */
const plan: Check = {
  id: 'price-plan',
  when: 'before',
  async run({ account }) {
    const { pricePlan } = await account.sendingAccount();
    if (pricePlan === undefined) return ok('AWS does not tell');
    if (pricePlan === 'NONE') return ok('à la carte: $0.10 per thousand mails');
    return todo(
      `${pricePlan}: $0.16 per thousand mails or more, and nothing here needs what it adds`,
      run('aws sesv2 put-account-pricing-attributes --plan NONE'),
    );
  },
};

/** What the feedback door lives on (infra/feedback.ts). */
const EVENTS = ['SEND', 'BOUNCE', 'COMPLAINT', 'REJECT'];

const events: Check = {
  id: 'events',
  when: 'after',
  needs: ['stack'],
  async run(world) {
    const [set = ''] = named(world, 'AWS::SES::ConfigurationSet');
    const targets = (await world.account.eventTargets(set)).filter(({ enabled }) => enabled);
    const told = new Set(targets.flatMap((target) => target.events));
    const missing = EVENTS.filter((event) => !told.has(event));
    const again = run('npm run deploy -- --force');
    if (missing.length > 0) return wrong(`SES does not tell of ${missing.join(', ')}`, again);
    const topics = targets.flatMap(({ topicArn }) => topicArn ?? []);
    const heard = await Promise.all(topics.map((topic) => world.account.subscriptions(topic)));
    const queue = heard.flat().some(({ protocol, confirmed }) => protocol === 'sqs' && confirmed);
    return queue
      ? ok('bounces and complaints reach us')
      : wrong('SES tells of bounces, and no queue listens', again);
  },
};

/** AWS reviews an account above these, and pauses it at twice as much (SES guide, "Reputation"). */
const LIMITS = { bounces: 0.05, complaints: 0.001 } as const;

const reputation: Check = {
  id: 'reputation',
  when: 'after',
  needs: ['stack'],
  async run({ account, now }) {
    const { bounces = 0, complaints = 0 } = await account.reputation(now());
    const percent = (share: number) => `${Math.round(share * 10_000) / 100} %`;
    const rates = `${percent(bounces)} bounced, ${percent(complaints)} complained`;
    return bounces >= LIMITS.bounces || complaints >= LIMITS.complaints
      ? wrong(
          `${rates}: AWS stops accounts for that`,
          say('Stop new sign-ups, and see where these addresses came from.'),
        )
      : ok(rates);
  },
};

export const LEAVE: readonly Check[] = [leave, plan];
export const FEEDBACK: readonly Check[] = [events, reputation];
