import * as z from 'zod';
import type { Account } from '../account/account.ts';
import {
  answered,
  asking,
  listOf,
  type Operations,
  type Outcome,
  operation,
  refused,
} from '../aws/operation.ts';
import type { Clock } from '../clock.ts';
import type { NamedRule } from '../ses/receipt-rules.ts';
import type { Stack } from '../template/stack.ts';

export interface ReceiptRulesWorld {
  readonly stack: () => Stack;
  readonly account: Account;
  readonly clock: Clock;
}

const inSet = z.object({ RuleSetName: z.string() });
const text = z.string().optional();
const action = z.object({
  S3Action: z
    .object({ BucketName: z.string(), ObjectKeyPrefix: z.string().default('') })
    .optional(),
  LambdaAction: z
    .object({ FunctionArn: z.string(), InvocationType: z.literal('Event').default('Event') })
    .optional(),
  StopAction: z.object({ Scope: z.literal('RuleSet') }).optional(),
});
const change = inSet.extend({
  Rule: z.object({
    Name: z.string(),
    Enabled: z.stringbool().default(false),
    ScanEnabled: z.stringbool().default(false),
    TlsPolicy: text,
    Recipients: listOf(z.string()),
    Actions: listOf(action),
  }),
});
const creation = change.extend({ After: text });

/** SES's receiving side, version 1 of its API: rule sets, of which one is active. */
export function receiptRules(world: ReceiptRulesWorld): Operations {
  const { account, stack } = world;
  const known = (name: string) => [...stack().ruleSets, ...account.state.ruleSets].includes(name);
  const inKnown = (name: string, answer: () => Outcome): Outcome =>
    known(name) ? answer() : refused('RuleSetDoesNotExist', `Rule set does not exist: ${name}`);
  const described = (name: string) => ({
    Metadata: { Name: name, CreatedTimestamp: new Date(world.clock.now()) },
    Rules: account
      .receiptRules()
      .filter(({ RuleSetName }) => RuleSetName === name)
      .map(({ name: Name, Rule }) => ({ ...Rule, Name })),
  });

  return whereReceived(account, {
    DescribeActiveReceiptRuleSet: asking(() => {
      const name = account.activeRuleSet();
      return answered(name === undefined ? {} : described(name));
    }),
    SetActiveReceiptRuleSet: operation(z.object({ RuleSetName: text }), ({ RuleSetName: name }) => {
      if (name === undefined) {
        account.change({ activeRuleSet: { is: 'none' } });
        return answered();
      }
      return inKnown(name, () => {
        account.change({ activeRuleSet: { is: 'named', name } });
        return answered();
      });
    }),
    DescribeReceiptRuleSet: operation(inSet, ({ RuleSetName }) =>
      inKnown(RuleSetName, () => answered(described(RuleSetName))),
    ),
    ListReceiptRuleSets: asking(() =>
      answered({
        RuleSets: [...stack().ruleSets, ...account.state.ruleSets].map(
          (name) => described(name).Metadata,
        ),
      }),
    ),
    CreateReceiptRuleSet: operation(inSet, ({ RuleSetName }) => {
      if (known(RuleSetName)) {
        return refused('AlreadyExists', `Rule set already exists: ${RuleSetName}`);
      }
      account.change({ ruleSets: [...account.state.ruleSets, RuleSetName] });
      return answered();
    }),
    CreateReceiptRule: operation(creation, (given) =>
      inKnown(given.RuleSetName, () => createRule(account, given)),
    ),
    UpdateReceiptRule: operation(change, ({ RuleSetName, Rule }) =>
      inKnown(RuleSetName, () => updateRule(account, { name: Rule.Name, RuleSetName, Rule })),
    ),
    DeleteReceiptRule: operation(inSet.extend({ RuleName: z.string() }), (given) =>
      inKnown(given.RuleSetName, () => {
        const { rules } = account.state;
        account.change({
          rules: rules.filter(
            ({ name, RuleSetName }) => name !== given.RuleName || RuleSetName !== given.RuleSetName,
          ),
        });
        return answered();
      }),
    ),
  });
}

/** Elsewhere SES answers every one of these calls with the same refusal. */
function whereReceived(account: Account, operations: Operations): Operations {
  return Object.fromEntries(
    Object.entries(operations).map(([name, run]) => [
      name,
      async (input: unknown) =>
        account.state.receiving
          ? await run(input)
          : refused('InvalidAction', `Unavailable Operation: ${name}`),
    ]),
  );
}

/** All of the rule is said anew. */
function updateRule(account: Account, rule: NamedRule): Outcome {
  const isIt = ({ name, RuleSetName }: NamedRule) =>
    name === rule.name && RuleSetName === rule.RuleSetName;
  if (!account.receiptRules().some(isIt)) {
    return refused('RuleDoesNotExist', `Rule does not exist: ${rule.name}`);
  }
  const others = account.state.rules.filter((one) => !isIt(one));
  account.change({ rules: [...others, rule] });
  return answered();
}

/** Without `After` a rule becomes the first of its set. */
function createRule(account: Account, given: z.infer<typeof creation>): Outcome {
  const { RuleSetName, After, Rule } = given;
  const there = account.receiptRules().filter((one) => one.RuleSetName === RuleSetName);
  if (there.some(({ name }) => name === Rule.Name)) {
    return refused('AlreadyExists', `Rule already exists: ${Rule.Name}`);
  }
  if (After !== undefined && !there.some(({ name }) => name === After)) {
    return refused('RuleDoesNotExist', `Rule does not exist: ${After}`);
  }
  const made: NamedRule = { name: Rule.Name, RuleSetName, Rule };
  const rules = [...account.state.rules];
  rules.splice(rules.findIndex(({ name }) => name === After) + 1, 0, made);
  account.change({ rules });
  return answered();
}
