/**
 * What mailbox providers, and we, can tell apart: letters, the newsletter, what is around letters, and what somebody
 * typed, into the form or as a reader's new address, and nobody has confirmed. Strangers get mail of
 * that kind. What authors send themselves to try it is a kind of its own.
 */
export type Stream = 'letters' | 'newsletter' | 'notices' | 'sign-ups' | 'tests';

/**
 * The tag that SES puts into its own Feedback-ID header, by which providers tell streams of mail apart
 * (https://docs.aws.amazon.com/ses/latest/dg/header-fields.html). A header of ours would take the place
 * of SES's own; the first API takes the tag by its name, and events bring it back.
 */
export const STREAM_TAG = 'ses:feedback-id-a';
