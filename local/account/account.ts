import { type AlarmAnswers, askAlarms } from './ask/alarms.ts';
import { askMail, type MailAnswers } from './ask/mail.ts';
import { askRoom, type RoomAnswers } from './ask/room.ts';
import { askStack, type StackAnswers } from './ask/stack.ts';
import type { Place } from './place.ts';

/** What an AWS account answers, in types of ours. It only reads. */
export interface Account extends StackAnswers, MailAnswers, AlarmAnswers, RoomAnswers {}

/** How every client of a command is made: one place, for all of them. */
export interface ClientConfig {
  readonly region: string;
  readonly credentials: Place['credentials'];
  readonly endpoint?: string;
}

export const configOf = ({ region, credentials, endpoint }: Place): ClientConfig => ({
  region,
  credentials,
  ...(endpoint !== undefined && { endpoint }),
});

/** The account at a place. Every answer throws what the SDK throws. */
export function accountAt(place: Place): Account {
  const config = configOf(place);
  return Object.assign({}, askStack(config), askMail(config), askAlarms(config), askRoom(config));
}
