import { html } from 'hono/html';
import type { Words } from '../../core/words/words.ts';
import type { Proof } from '../admission.ts';
import type { Markup } from './layout.ts';
import { challengeIn, proofFields, statusOf } from './sign-up-form.ts';

/** What there is to say of the mail coming once more. */
export type Resend =
  | 'offered'
  | 'soon'
  | 'sent'
  | 'later'
  /** It goes in some hours, as all that the form sends. */
  | 'waits'
  /** There are many: a browser has to work for it, or a person to wait. */
  | { readonly proof: Proof };

/** The same for everybody who asked, whoever they are to us. Without an address for who came by its URL. */
export function checkInboxPage(words: Words, address: string | undefined, resend: Resend): Markup {
  const { signUp } = words;
  const waits = resend === 'waits';
  const said = waits ? signUp.inboxWaits : signUp.inboxSentTo;
  const sent = address
    ? said.pieces<Markup | string>({ address: html`<strong>${address}</strong>` })
    : signUp.inboxSent;
  return html`<article class="note" data-place><h1 id="join-title">${signUp.inbox}</h1>
<p class="lead">${sent}</p>
<p>${waits ? signUp.inboxWaitsWhere : signUp.inboxWhere}</p>
<p>${signUp.inboxKnown}</p>
${address && afterwards(words, resend)}</article>`;
}

function afterwards(words: Words, resend: Resend): Markup {
  const { wrongAddress, wrongAddressLink, again, againButton } = words.signUp;
  const link = html`<a href="/check-your-inbox/address">${wrongAddressLink}</a>`;
  const said = saidOf(words, resend);
  const proof = typeof resend === 'object' ? resend.proof : undefined;
  return html`<p>${wrongAddress.pieces<Markup | string>({ link })}</p>
${said && html`<p class="done" role="status" tabindex="-1" autofocus>${said}</p>`}
${
  resend !== 'sent' &&
  resend !== 'waits' &&
  html`<form method="post" action="/check-your-inbox" data-in-place${challengeIn(proof)}><p>${again}</p>
${proofFields(proof)}<button class="quiet">${againButton}</button>
${statusOf(words)}</form>`
}`;
}

function saidOf({ signUp, refusals }: Words, resend: Resend): string | undefined {
  if (typeof resend === 'object') return signUp.busy;
  switch (resend) {
    case 'offered':
    case 'waits':
      return undefined;
    case 'soon':
      return signUp.againSoon;
    case 'sent':
      return signUp.againSent;
    case 'later':
      return refusals.detail429;
  }
}
