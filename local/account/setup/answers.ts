import type { Publication } from '../../../functions/core/publication.ts';
import { isReserved } from '../../../infra/config.ts';
import type { Zone } from '../ask/room.ts';

/** What a first deployment has to know, as `npm run setup -- --<name> value` says it. */
export const QUESTIONS = {
  domain: 'Which domain of yours do letters come from?',
  name: 'What is your publication called?',
  from: 'From which address do letters come?',
  author: 'Where do readers’ answers go (an address that you read)?',
  alarms: 'Where do alarms go?',
  'postal-address': 'Your postal address, which the law wants in every mail (commas end lines)',
  'web-domain': 'Under which name are your pages? Links in mails lead there for years',
} as const;

export type Question = keyof typeof QUESTIONS;
export const QUESTION_NAMES = Object.keys(QUESTIONS) as Question[];
export type Answers = Readonly<Record<Question, string>>;

/** What is there already, or could be. */
export interface Known {
  readonly publication: Publication;
  readonly context: Readonly<Record<string, unknown>>;
  readonly zones: readonly Zone[];
}

/**
 * What we would answer ourselves; empty where only the author knows.
 *
 * @param so what is answered so far
 */
export function proposalFor(
  question: Question,
  { publication, context, zones }: Known,
  so: Partial<Answers>,
): string {
  const domain = so.domain ?? '';
  const kept = (value: unknown) => (typeof value === 'string' && !isReserved(value) ? value : '');
  switch (question) {
    case 'domain':
      return kept(context['domain']) || (zones[0]?.name ?? '');
    case 'name':
      return publication.name;
    case 'from':
      return kept(publication.from.address) || `letters@${domain}`;
    case 'author':
      return kept(publication.author.address);
    case 'alarms':
      return kept(context['alarmAddress']) || (so.author ?? '');
    case 'postal-address':
      return /your name/i.test(publication.postalAddress)
        ? ''
        : publication.postalAddress.split('\n').join(', ');
    case 'web-domain':
      return kept(context['webDomain']) || `read.${domain}`;
  }
}

/** Names of questions to which there is no answer and nobody to ask. */
export class MissingAnswers extends Error {
  constructor(missing: readonly string[]) {
    super(`Still to be said: ${missing.map((name) => `--${name}`).join(', ')}`);
    this.name = 'ArgumentError';
  }
}

/**
 * Asks what was not said; an empty answer takes the proposal.
 *
 * @throws MissingAnswers where nobody can be asked and there is nothing to propose
 */
export async function answered(
  said: Partial<Answers>,
  known: Known,
  ask: ((question: string) => Promise<string>) | undefined,
): Promise<Answers> {
  const answers: Partial<Record<Question, string>> = {};
  const missing: string[] = [];
  for (const name of QUESTION_NAMES) {
    const proposal = proposalFor(name, known, answers);
    const answer = said[name] ?? (await typed(name, proposal, ask));
    if (answer === '') missing.push(name);
    answers[name] = answer;
  }
  if (missing.length > 0) throw new MissingAnswers(missing);
  return answers as Answers;
}

async function typed(
  name: Question,
  proposal: string,
  ask: ((question: string) => Promise<string>) | undefined,
): Promise<string> {
  if (ask === undefined) return proposal;
  const hint = proposal === '' ? '' : ` [${proposal}]`;
  return (await ask(`${QUESTIONS[name]}${hint}\n> `)).trim() || proposal;
}
