import { parseDocument } from 'yaml';
import type { Zone } from '../ask/room.ts';
import type { Answers } from './answers.ts';

/** What `cdk.json` says after the answers. */
export function contextFrom(answers: Answers, zones: readonly Zone[]): Record<string, string> {
  const zone = zones.find(({ name }) => name === answers.domain);
  return {
    domain: answers.domain,
    hostedZoneId: zone?.id ?? '',
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
