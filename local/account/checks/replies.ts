import type { Receiving } from '../ask/mail.ts';
import { type Check, named } from '../check.ts';
import type { Subject } from '../subject.ts';
import { ok, run, say, todo, type Verdict, wrong } from '../verdict.ts';

/** One rule set is active in an account and region (SES guide, "Receipt rule sets"). */
const ruleSet: Check = {
  id: 'rule-set',
  when: 'before',
  async run(world) {
    const receiving = await world.account.receiving();
    const [ours] = named(world, 'AWS::SES::ReceiptRuleSet');
    return taken(receiving, ours, world.subject) ?? working(receiving, ours, world.subject);
  },
};

/** Somebody else's rule set is active, and nothing says that ours is to be a rule in it. */
function taken(
  receiving: Receiving,
  ours: string | undefined,
  { receiptRuleSet }: Subject,
): Verdict | undefined {
  if (receiving.is !== 'active' || receiving.ruleSet === (receiptRuleSet || ours)) return undefined;
  return receiptRuleSet === ''
    ? wrong(
        `the receipt rule set "${receiving.ruleSet}" is active here, and there can be only one`,
        run(`npm run setup -- --set receiptRuleSet=${receiving.ruleSet}`),
        say(
          'The next deployment then adds one rule to it, for the reply domain. Or take another region.',
        ),
      )
    : wrong(
        `cdk.json names the receipt rule set "${receiptRuleSet}", and "${receiving.ruleSet}" is active`,
        run(`npm run setup -- --set receiptRuleSet=${receiving.ruleSet}`),
      );
}

function working(
  receiving: Receiving,
  ours: string | undefined,
  { receiptRuleSet, replyDomain }: Subject,
): Verdict {
  if (receiving.is !== 'active') {
    if (receiptRuleSet !== '') {
      return wrong(
        `the receipt rule set "${receiptRuleSet}" is not active`,
        run(`aws ses set-active-receipt-rule-set --rule-set-name ${receiptRuleSet}`),
      );
    }
    return ours === undefined
      ? ok('none is active yet; ours will be')
      : // No stop: a deployment is what makes it active.
        todo('ours is not active, so answers bounce', run('npm run deploy'));
  }
  const rule = receiving.rules.find(({ recipients }) => recipients.includes(replyDomain));
  if (rule?.enabled) return ok(`"${receiving.ruleSet}" takes mail for ${replyDomain}`);
  return rule === undefined
    ? todo(`"${receiving.ruleSet}" has no rule for ${replyDomain}`, run('npm run deploy'))
    : wrong(
        `the rule for ${replyDomain} in "${receiving.ruleSet}" is disabled`,
        say('Enable it in the SES console.'),
      );
}

export const RECEIVING: readonly Check[] = [ruleSet];
