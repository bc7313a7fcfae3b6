import type { ReceiptRule } from '../template/properties.ts';

export type NamedRule = ReceiptRule & { readonly name: string };

/** A rule that takes a mail, and for which of its recipients. */
export interface Taken {
  readonly rule: NamedRule;
  readonly recipients: readonly string[];
}

/** The rules of the active set that take a mail to these recipients, in their order. */
export function rulesFor(
  rules: readonly NamedRule[],
  ruleSet: string | undefined,
  identities: readonly string[],
  recipients: readonly string[],
): readonly Taken[] {
  return rules
    .filter(({ RuleSetName, Rule }) => RuleSetName === ruleSet && Rule.Enabled)
    .map((rule) => ({
      rule,
      recipients: recipients.filter((recipient) => takes(rule, identities, recipient)),
    }))
    .filter((taken) => taken.recipients.length > 0);
}

/** A condition is an address, a domain, or (`.example.com`) all that is under a domain. */
function takes({ Rule }: NamedRule, identities: readonly string[], recipient: string): boolean {
  const address = recipient.toLowerCase();
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  const unlabelled = `${address.slice(0, at).replace(/\+.*$/, '')}@${domain}`;
  // Without a condition a rule takes the mail of every verified domain.
  const conditions = Rule.Recipients.length === 0 ? identities : Rule.Recipients;
  return conditions.some((given) => {
    const condition = given.toLowerCase();
    if (condition.startsWith('.')) return domain.endsWith(condition);
    return condition.includes('@')
      ? condition === address || condition === unlabelled
      : condition === domain;
  });
}
