import { ConflictException, PutAccountDetailsCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import type { Publication } from '../../../functions/core/publication.ts';
import { configOf } from '../account.ts';
import type { SendingAccount } from '../ask/mail.ts';
import { answerIn } from '../checks/sending.ts';
import type { Place } from '../place.ts';

/** What a reviewer at AWS wants to know: who gets what, why, and what happens when they don't want it. */
export function requestText({ name, author, from }: Publication, webUrl: string): string {
  return [
    `"${name}" sends email courses and a newsletter that people sign up for at ${webUrl}/.`,
    'Everybody confirms their address by a button in one confirmation mail (double opt-in); who ' +
      'does not gets nothing more. We never buy, rent or import lists of strangers.',
    `Mails come from ${from.address}, with DKIM, an aligned MAIL FROM domain and DMARC.`,
    'A reader gets at most one letter a day. Every mail has an unsubscribe link, one-click ' +
      'unsubscribe (RFC 8058) and our postal address; answering "stop" works, too.',
    'Bounces and complaints reach us by SES events through SNS. A hard bounce or a complaint ' +
      'ends all mail to that address at once, and the account-level suppression list is on. ' +
      'Alarms on bounce and complaint rates go to a person.',
    `A person reads every answer: ${author.address}.`,
  ].join('\n\n');
}

/**
 * Why AWS should not be asked as things are, in a sentence; undefined when it may be.
 *
 * @param webUrl of the deployed pages; empty before the first deployment
 */
export function whyNotAsk(
  { review, reviewCase }: Pick<SendingAccount, 'review' | 'reviewCase'>,
  webDomain: string,
  webUrl: string,
): string | undefined {
  if (webUrl === '') return 'AWS looks at your sign-up page, so deploy first: npm run deploy';
  if (webDomain === '') {
    return 'Links in mails to strangers need a name of yours for good: npm run setup, then npm run deploy';
  }
  if (webUrl !== `https://${webDomain}`) {
    return `Your pages are at ${webUrl} still, and are to be at ${webDomain}: npm run deploy`;
  }
  if (review === 'PENDING') {
    return 'AWS is looking at your request; it takes about a day. npm run doctor says how it stands.';
  }
  if (review === 'DENIED') {
    return `AWS has said no, and takes no second request. ${answerIn({ reviewCase })}.`;
  }
  return undefined;
}

/**
 * Asks AWS to let the account out of the sandbox.
 *
 * @returns `refused` while AWS looks at an earlier request, and after it said no to one
 */
export async function requestProduction(
  place: Place,
  publication: Publication,
  webUrl: string,
): Promise<'asked' | 'refused'> {
  try {
    await new SESv2Client(configOf(place)).send(
      new PutAccountDetailsCommand({
        // Courses and newsletters, which people asked for, are still no receipts or passwords.
        MailType: 'MARKETING',
        WebsiteURL: `${webUrl}/`,
        ContactLanguage: 'EN',
        UseCaseDescription: requestText(publication, webUrl),
        AdditionalContactEmailAddresses: [publication.author.address],
        ProductionAccessEnabled: true,
      }),
    );
    return 'asked';
  } catch (error) {
    if (error instanceof ConflictException) return 'refused';
    throw error;
  }
}
