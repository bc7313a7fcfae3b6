import type { Publication } from '../../functions/core/publication.ts';
import { type AccountConfig, readAccountConfig } from '../../infra/config.ts';
import { reader } from './builders.ts';

const { zone, hour, days } = reader();

/** A publication with nothing left to fill in. */
export const publication = (fields: Partial<Publication> = {}): Publication => ({
  name: 'Letters',
  language: 'en',
  from: { name: 'Ann', address: 'letters@closer.org' as never },
  author: { name: 'Ann', address: 'ann@closer.org' as never },
  postalAddress: 'Ann Lee\nLong Road 5\nDublin',
  quickExit: 'https://elsewhere.example.org/',
  noteInDistress: true,
  retiredCourses: [],
  defaults: { course: 'closer' as never, zone, hour, days },
  ...fields,
});

/** What `cdk.json` says, with the keys that every author fills in and those given. */
export function accountConfig(
  fields: Readonly<Record<string, unknown>> = {},
  author = publication(),
): AccountConfig {
  const context: Readonly<Record<string, unknown>> = {
    domain: 'closer.org',
    hostedZoneId: '',
    replySubdomain: 'reply',
    alarmAddress: 'ann@closer.org',
    ...fields,
  };
  return readAccountConfig((key) => context[key], author);
}
