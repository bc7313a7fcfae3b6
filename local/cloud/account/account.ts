import * as z from 'zod';
import { MalformedRequest } from '../problem.ts';
import type { NamedRule } from '../ses/receipt-rules.ts';
import type { Stack } from '../template/stack.ts';
import { type DnsRecord, dnsRecord, isThere, type LocalResolver, localResolver } from './dns.ts';
import {
  type Identity,
  identitiesOf,
  inboundRecord,
  isVerified,
  mailFromRecords,
} from './identities.ts';
import { type AccountState, accountState, accountWish } from './state.ts';

const recordSet = z.object({
  Name: z.string(),
  Type: z.string(),
  ResourceRecords: z.array(z.string()).default([]),
  AliasTarget: z.object({ DNSName: z.string() }).optional(),
});

/** The account in which a stack runs: its state, and what follows from it and the stack. */
export class Account {
  readonly #stack: () => Stack;
  readonly resolver: LocalResolver;
  #state: AccountState;

  constructor(state: AccountState, stack: () => Stack) {
    this.#state = state;
    this.#stack = stack;
    this.resolver = localResolver(() => this.records());
  }

  get state(): AccountState {
    return this.#state;
  }

  change(change: Partial<AccountState>): void {
    this.#state = { ...this.#state, ...change };
  }

  /**
   * Changes what is named and leaves the rest.
   *
   * @throws MalformedRequest on what no account has
   */
  wish(given: unknown): AccountState {
    const parsed = accountWish.safeParse(given);
    if (!parsed.success) throw new MalformedRequest(z.prettifyError(parsed.error));
    const { sending, ...asked } = parsed.data;
    this.#state = accountState.parse({
      ...this.#state,
      ...asked,
      sending: { ...this.#state.sending, ...sending },
    });
    return this.#state;
  }

  /** The receipt rule set that takes mail. */
  activeRuleSet(): string | undefined {
    const { activeRuleSet } = this.#state;
    if (activeRuleSet.is === 'named') return activeRuleSet.name;
    return activeRuleSet.is === 'ours' ? this.#stack().ruleSets[0] : undefined;
  }

  /** The rules that take mail, the stack's and others; what was changed by a call is as it was changed. */
  receiptRules(): readonly NamedRule[] {
    const { rules } = this.#state;
    const isChanged = ({ name, RuleSetName }: NamedRule) =>
      rules.some((one) => one.name === name && one.RuleSetName === RuleSetName);
    return [...this.#stack().receiptRules.filter((one) => !isChanged(one)), ...rules];
  }

  /** All that is in the DNS: what was there, and what the stack put into its zone. */
  records(): readonly DnsRecord[] {
    return [...this.#state.records, ...recordsOf(this.#stack())];
  }

  /** Those of the stack and all others; what was changed by a call is as it was changed. */
  identities(): readonly Identity[] {
    const { identities } = this.#state;
    const changed = identities.map(({ name }) => name);
    return [
      ...identities,
      ...identitiesOf(this.#stack()).filter(({ name }) => !changed.includes(name)),
    ];
  }

  identity(name: string): Identity | undefined {
    return this.identities().find((one) => one.name === name.toLowerCase());
  }

  /** Makes an identity, or changes one. */
  putIdentity(identity: Identity): void {
    const others = this.#state.identities.filter(({ name }) => name !== identity.name);
    this.change({ identities: [...others, identity] });
  }

  isVerified(identity: Pick<Identity, 'name' | 'confirmed'>): boolean {
    return this.#state.verification === 'assumed' || isVerified(identity, this.records());
  }

  /** Whether bounces come back to a MAIL FROM domain of ours. */
  hasMailFrom(domain: string): boolean {
    const { verification } = this.#state;
    const records = this.records();
    return (
      verification === 'assumed' || mailFromRecords(domain).every((one) => isThere(records, one))
    );
  }

  /** Whether mail to a domain comes to SES. */
  hasInbound(domain: string): boolean {
    const { verification } = this.#state;
    return verification === 'assumed' || isThere(this.records(), inboundRecord(domain));
  }

  verifiedNames(): readonly string[] {
    return this.identities()
      .filter((one) => this.isVerified(one))
      .map(({ name }) => name);
  }
}

/** The records that a stack makes in its hosted zone; an alias counts as the name it stands for. */
export function recordsOf({ resources }: Pick<Stack, 'resources'>): readonly DnsRecord[] {
  return resources
    .filter(({ type }) => type === 'AWS::Route53::RecordSet')
    .flatMap(({ properties }) => {
      const { Name, Type, ResourceRecords, AliasTarget } = recordSet.parse(properties);
      const values = AliasTarget === undefined ? ResourceRecords : [AliasTarget.DNSName];
      const record = dnsRecord.safeParse({ name: Name, type: Type, values });
      return record.success ? [record.data] : [];
    });
}
