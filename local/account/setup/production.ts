import { ConflictException, PutAccountDetailsCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import type { Publication } from '../../../functions/core/publication.ts';
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
 * Asks AWS to let the account out of the sandbox.
 *
 * @returns `pending` when AWS is looking at an earlier request
 */
export async function requestProduction(
  { region, credentials }: Place,
  publication: Publication,
  webUrl: string,
): Promise<'asked' | 'pending'> {
  try {
    await new SESv2Client({ region, credentials }).send(
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
    if (error instanceof ConflictException) return 'pending';
    throw error;
  }
}
