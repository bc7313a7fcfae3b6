import { describe, expect, test } from 'vitest';
import { findDmarc } from '../../local/account/dmarc.ts';
import { dns } from './fake-account.ts';

type Policies = Readonly<Record<string, string>>;

describe('the policy that applies to letters.closer.co.uk', () => {
  test.for<readonly [reason: string, Policies, at: string | undefined, policy?: string]>([
    ['none anywhere', {}, undefined],
    ['its own', { 'letters.closer.co.uk': 'v=DMARC1; p=reject' }, 'letters.closer.co.uk', 'reject'],
    [
      'its own, though one above is stricter: that is what receivers follow',
      { 'letters.closer.co.uk': 'v=DMARC1; p=none', 'closer.co.uk': 'v=DMARC1; p=reject' },
      'letters.closer.co.uk',
      'none',
    ],
    ['that above', { 'closer.co.uk': 'v=DMARC1; p=reject' }, 'closer.co.uk', 'reject'],
    [
      'that above, which says another for subdomains (RFC 7489 §6.3)',
      { 'closer.co.uk': 'v=DMARC1; p=reject; sp=quarantine' },
      'closer.co.uk',
      'quarantine',
    ],
    ['spelled as people do', { 'closer.co.uk': 'V=dmarc1;P = Reject' }, 'closer.co.uk', 'reject'],
    [
      'one that says nothing asks for nothing',
      { 'closer.co.uk': 'v=DMARC1' },
      'closer.co.uk',
      'none',
    ],
    ['another text is none', { 'closer.co.uk': 'v=spf1 -all' }, undefined],
    ['a top-level domain is nobody’s', { uk: 'v=DMARC1; p=reject' }, undefined],
  ])('%s', async ([, policies, at, policy]) => {
    const zone = Object.entries(policies).map(([name, text]) => [`_dmarc.${name} TXT`, [text]]);
    const found = await findDmarc(dns(Object.fromEntries(zone)), 'letters.closer.co.uk');
    expect(found?.at).toBe(at);
    expect(found?.policy).toBe(policy);
  });
});
