import type { SendOutcome } from '../../../functions/core/sending/pace.ts';

/** A refusal that ends by itself, or that nothing but a change ends. */
const PASSES = 'For now: ';
const STAYS = 'It would be refused again: ';

/** What became of a test mail that SES did not take, and what to do: always a sentence for its author. */
export function refusalInWords(outcome: Exclude<SendOutcome, { readonly is: 'sent' }>): string {
  if (outcome.is === 'in-doubt') {
    return `SES did not answer (${outcome.why}), so the mail may have gone. Look before you repeat this.`;
  }
  const { then, why } = outcome;
  switch (then) {
    case 'retry':
      return `${PASSES}SES or the way to it is busy (${why}). Nothing was sent; repeat this in a minute.`;
    case 'hold':
      return why === 'Throttling'
        ? `${PASSES}the account’s quota of the day is used up. Nothing was sent; repeat this tomorrow.`
        : `${STAYS}SES sends nothing of this account (${why}). Nothing was sent; npm run doctor says more.`;
    case 'wait':
      return (
        `${STAYS}the account is in SES’s sandbox, which sends only to addresses that it has verified, and ` +
        'not to this one. Nothing was sent. Verify it (SES console, Identities), or ask to leave the ' +
        'sandbox: npm run setup -- --production'
      );
    case 'put-off':
      return `${STAYS}SES does not take this mail for what is in it (${why}). Nothing was sent.`;
    case 'suppress':
      return `${STAYS}SES can never deliver to this address. Nothing was sent.`;
  }
}
