import { type EmailAddress, parseAddress } from '../../../functions/core/address.ts';
import type { Step } from '../check.ts';
import { ok, run, say, todo, type Verdict, wrong } from '../verdict.ts';
import type { ReceivedMail } from './mailbox.ts';
import type { LiveWorld } from './world.ts';

const LOOK_AGAIN_MS = 2000;
/** A mail takes seconds; the tick, for what got stuck, a minute. */
const LOOKS = 90;

/** Looks again until there is something to see; undefined when there is nothing for three minutes. */
async function awaited<T>(
  { sleep }: LiveWorld,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  for (let looks = 0; looks < LOOKS; looks += 1) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await sleep(LOOK_AGAIN_MS);
  }
  return undefined;
}

const mailAt = (world: LiveWorld, place: number) =>
  awaited(world, async () => (await world.mails())[place]);

const LATE = say('docs/runbook.md, "Lessons are late"; and npm run doctor without --live.');

const signUp: Step<LiveWorld> = {
  id: 'sign-up',
  async run(world) {
    await world.letIn();
    const status = await world.signUp(world.address);
    return status === 202
      ? ok(`the form took ${world.address}`)
      : wrong(`the form answered ${status}`, say('docs/runbook.md, "A door fails"'));
  },
};

const confirmation: Step<LiveWorld> = {
  id: 'confirmation',
  needs: ['sign-up'],
  async run(world) {
    const mail = await mailAt(world, 0);
    return mail === undefined ? wrong('no mail came in three minutes', LATE) : provenBy(mail);
  },
};

/** What receivers look at; without all three a letter is spam at many of them. */
function provenBy({ verdicts }: ReceivedMail): Verdict {
  const failed = Object.entries(verdicts).filter(([, verdict]) => verdict !== 'pass');
  if (failed.length === 0) return ok('it came, with DKIM, SPF and DMARC');
  const words = failed.map(([method, verdict]) => `${method.toUpperCase()} ${verdict}`).join(', ');
  return wrong(`it came, and receivers will doubt it: ${words}`, run('npm run doctor'));
}

const LINK = /https?:\/\/\S+\/confirm\/[^\s>)\]]+/;

const confirm: Step<LiveWorld> = {
  id: 'confirm',
  needs: ['sign-up'],
  async run(world) {
    const link = LINK.exec((await world.mails())[0]?.text ?? '')?.[0];
    if (link === undefined) return wrong('the mail has no button to press', LATE);
    const status = await world.press(link);
    const standing = await world.standing(world.address);
    return standing === 'active'
      ? ok('the button works')
      : wrong(`it was answered ${status}`, LATE);
  },
};

const letter: Step<LiveWorld> = {
  id: 'letter',
  needs: ['confirm'],
  async run(world) {
    const mail = await mailAt(world, 1);
    return mail === undefined
      ? wrong('no letter came in three minutes', LATE)
      : ok(`"${mail.subject}" came`);
  },
};

const reply: Step<LiveWorld> = {
  id: 'reply',
  needs: ['letter'],
  async run(world) {
    const [, mail] = await world.mails();
    await world.answer(mail?.replyTo ?? '', 'stop');
    const left = await awaited(world, async () =>
      (await world.standing(world.address)) === 'left' ? true : undefined,
    );
    if (left === undefined) {
      return wrong(
        '"stop" was not understood in three minutes',
        run('npm run doctor'),
        say('docs/runbook.md, "A reply is in the dead-letter queue"'),
      );
    }
    const goodbye = await mailAt(world, 2);
    return goodbye === undefined
      ? wrong('"stop" was understood, and no goodbye came', LATE)
      : ok('"stop" was understood, done and answered');
  },
};

/** SES guide, "Mailbox simulator": it counts for no reputation, and works in the sandbox. */
const simulated = (what: 'bounce' | 'complaint'): Step<LiveWorld> => ({
  id: what,
  needs: ['sign-up'],
  async run(world) {
    const address = simulatorAddress(what, world);
    await world.signUp(address);
    const suppressed = await awaited(world, async () =>
      (await world.standing(address)) === 'suppressed' ? true : undefined,
    );
    return suppressed === undefined
      ? wrong(
          `a ${what} did not end the mail to its address`,
          say('docs/runbook.md, "An event is in the dead-letter queue"'),
        )
      : ok(`a ${what} ends all mail to its address`);
  },
});

/** With a label of this walk's own: the form takes an address a few times an hour, and no more. */
export function simulatorAddress(
  what: 'bounce' | 'complaint',
  { address: ours }: Pick<LiveWorld, 'address'>,
): EmailAddress {
  const [label] = ours.split('@');
  const address = parseAddress(`${what}+${label}@simulator.amazonses.com`);
  if (address === undefined) throw new Error('the simulator has no address');
  return address;
}

const alarm: Step<LiveWorld> = {
  id: 'alarm',
  async run(world) {
    const { alarm: name, alarmAddress, ask } = world;
    if (name === undefined) return wrong('there is no alarm', run('npm run deploy'));
    await world.ring(name);
    const told = await awaited(world, () => world.told(name));
    await world.hush(name);
    if (told !== 'told') return wrong('an alarm that rang told nobody', run('npm run doctor'));
    if (ask === undefined) return ok(`an alarm that rang was mailed to ${alarmAddress}`);
    const seen = await ask(`  Did the mail about ${name} come to ${alarmAddress}? [y/N] `);
    return /^y(es)?$/i.test(seen.trim())
      ? ok(`an alarm that rang came to ${alarmAddress}`)
      : todo(
          'an alarm was mailed, and did not come',
          say('Look into the spam folder, and see whether npm run doctor finds it confirmed.'),
        );
  },
};

/** A reader's whole way, in the order in which it is walked. */
export const STEPS: readonly Step<LiveWorld>[] = [
  signUp,
  confirmation,
  confirm,
  letter,
  reply,
  simulated('bounce'),
  simulated('complaint'),
  alarm,
];
