import { parseDocument } from 'yaml';
import type { Zone } from '../ask/room.ts';
import type { Answers } from './answers.ts';

/**
 * What `cdk.json` says after the answers. A zone that the author wrote stays as long as the domain does:
 * it may be of a domain above, or of another account. Without it the next deployment would remove
 * the records that the stack made there.
 *
 * @param before what it said
 */
export function contextFrom(
  answers: Answers,
  zones: readonly Zone[],
  before: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const own = zones.filter(({ name }) => name === answers.domain).map(({ id }) => id);
  const written = before['domain'] === answers.domain ? String(before['hostedZoneId'] ?? '') : '';
  return {
    domain: answers.domain,
    hostedZoneId: own.includes(written) ? written : (own[0] ?? written),
    alarmAddress: answers.alarms,
    webDomain: answers['web-domain'],
  };
}

/** `publication.yaml` with the answers in it; comments and all else stay. */
export function publicationFrom(text: string, answers: Answers): string {
  const document = parseDocument(text);
  document.setIn(['name'], answers.name);
  document.setIn(['from', 'name'], answers.name);
  document.setIn(['from', 'address'], answers.from);
  document.setIn(['author', 'name'], answers.name);
  document.setIn(['author', 'address'], answers.author);
  const lines = answers['postal-address'].split(',').map((line) => line.trim());
  document.set('postal-address', `${lines.join('\n')}\n`);
  return document.toString({ lineWidth: 0 });
}
