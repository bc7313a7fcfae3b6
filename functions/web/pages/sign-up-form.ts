import { html } from 'hono/html';
import type { CourseOutline } from '../../core/course.ts';
import type { Publication } from '../../core/publication.ts';
import type { Words } from '../../core/words/words.ts';
import type { Proof } from '../admission.ts';
import type { TypedRhythm } from './fields.ts';
import { faulty, type Problems, problemAt, problemSummary, rhythmFields } from './fields.ts';
import type { Markup } from './layout.ts';

/** What somebody typed into the form, understood or not. */
export interface TypedSignUp extends TypedRhythm {
  readonly email: string;
  readonly name: string;
  readonly track: string;
  readonly newsletter: boolean;
  readonly discreet: boolean;
}

/** A name that no browser knows how to fill in, and every simple robot does. */
export const TRAP = 'leave-this-empty';

/** What the form is drawn from. */
export interface SignUpForm {
  readonly words: Words;
  readonly publication: Publication;
  readonly course: CourseOutline;
  readonly form: TypedSignUp;
  readonly problems: Problems;
  /** The address that they may have meant, and the one that is right as it was typed. */
  readonly meant?: string;
  readonly sure: string;
  /** Why they are asked to press once more, or later. */
  readonly notice?: string;
  readonly proof?: Proof;
}

/** The form, and above it why it is there again. */
export const signUpForm = (view: SignUpForm): Markup => html`${onTop(view)}
${formFor(view)}`;

/** Why the form is there again; it takes the focus, without a script. */
function onTop({ words, problems, notice, meant, form, course }: SignUpForm): Markup | string {
  if (meant !== undefined) return didYouMean(words, meant, form, course);
  if (notice === undefined) return problemSummary(words, problems);
  return html`<div class="problems" role="alert" tabindex="-1" autofocus><p>${notice}</p></div>`;
}

/**
 * A form of its own, so that Enter in the field still sends what stands there, and one press takes
 * what was meant.
 */
function didYouMean(words: Words, meant: string, form: TypedSignUp, course: CourseOutline) {
  const { signUp } = words;
  return html`<div class="problems" role="alert" tabindex="-1" autofocus>
<h2>${signUp.meant({ address: meant })}</h2>
<form method="post" action="/subscribe" data-in-place>
${hiddenFields({ ...form, email: meant }, course).map(
  ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
)}<button>${signUp.meantYes({ address: meant })}</button></form>
<p>${signUp.meantNo}</p></div>`;
}

/** All that was typed, as a form without fields sends it. */
function hiddenFields(
  { email, name, track, newsletter, discreet, zone, hour, days, day }: TypedSignUp,
  course: CourseOutline,
): readonly (readonly [name: string, value: string])[] {
  return [
    ...Object.entries({ course: course.slug, email, name, zone, hour, days }),
    ...(course.tracks.length > 0 ? [['track', track] as const] : []),
    ...(newsletter ? [['newsletter', 'yes'] as const] : []),
    ...(discreet ? [['discreet', 'yes'] as const] : []),
    ...day.map((one) => ['day', one] as const),
  ];
}

/** What the script of a form works on, while there is a flood. */
export const challengeIn = (proof: Proof | undefined): Markup | undefined =>
  proof && html` data-challenge="${JSON.stringify(proof.challenge)}"`;

/** What such a form sends along: the note of whoever waits, and what the script found. */
export const proofFields = (proof: Proof | undefined): Markup | undefined =>
  proof &&
  html`<input type="hidden" name="waited" value="${proof.ticket}"><input type="hidden" name="altcha">`;

/** What a script says of a press, while it waits, when nobody had time to answer it, and when something broke. */
export const statusOf = ({ signUp, refusals }: Words): Markup =>
  html`<p class="small" role="status" data-status></p><template data-say="working">${signUp.working}</template>
<template data-say="busy">${signUp.busy}</template>
<template data-say="broken"><strong>${refusals.title500}</strong><br>${refusals.detail500}</template>`;

/** What is asked first is what matters; all else can wait until they are in. */
function formFor({ words, publication, course, form, problems, sure, proof }: SignUpForm): Markup {
  const { signUp } = words;
  return html`<form method="post" action="/subscribe" data-in-place${challengeIn(proof)}>
<input type="hidden" name="course" value="${course.slug}">
${sure !== '' && html`<input type="hidden" name="sure" value="${sure}">`}
${proofFields(proof)}
${addressField(words, form.email, problems)}
${course.tracks.length > 0 && trackField(words, course, form.track, problems)}
${newsletterBox(words, form.newsletter)}
<button>${signUp.send}</button>
${statusOf(words)}
${moreFields(words, publication, form, problems)}
${whatFor(words)}
</form>`;
}

/**
 * The same form below a letter: an address, the version, and a button; below an issue also the newsletter, not
 * ticked, since a box that somebody else has ticked is no consent (GDPR art. 4(11); CJEU C-673/17). It holds nothing that somebody typed, so that the page stays anybody's; what it is
 * answered with has all the fields.
 */
export function shortForm(
  words: Words,
  { defaults }: Publication,
  course: CourseOutline,
  { newsletter = false } = {},
): Markup {
  return html`<form method="post" action="/subscribe" data-in-place>
<input type="hidden" name="course" value="${course.slug}">
<input type="hidden" name="zone" value="${defaults.zone}" data-guess>
${addressField(words, '', {})}
${course.tracks.length > 0 && trackField(words, course, '', {})}
${newsletter && newsletterBox(words, false)}
<button>${words.signUp.send}</button>
${statusOf(words)}
${whatFor(words)}
</form>`;
}

const newsletterBox = ({ signUp }: Words, ticked: boolean): Markup =>
  html`<label class="check"><input type="checkbox" name="newsletter" value="yes"${ticked && html` checked`}>
<span>${signUp.newsletter}</span></label>`;

/** The one thing to type, and the field that only robots see. */
const addressField = ({ signUp }: Words, email: string, problems: Problems): Markup =>
  html`<div class="field"><label for="email">${signUp.email}</label>
<input id="email" name="email" type="email" autocomplete="email" required maxlength="254"
value="${email}"${faulty('email', problems)}>
${problemAt('email', problems)}</div>
<div class="trap" aria-hidden="true"><label for="${TRAP}">${signUp.trap}</label>
<input id="${TRAP}" name="${TRAP}" tabindex="-1" autocomplete="off"></div>`;

/** What somebody agrees to by pressing the button, and whom the letters are not for. */
const whatFor = ({ signUp }: Words): Markup =>
  html`<p class="small">${signUp.consent}</p>
<p class="small">${signUp.safe.pieces<Markup | string>({ link: html`<a href="/safe">${signUp.safeLink}</a>` })}</p>`;

/** Open when something in it is wrong, or was said. The zone in it is the browser's, where scripts run. */
function moreFields(
  words: Words,
  { defaults }: Publication,
  form: TypedSignUp,
  problems: Problems,
): Markup {
  const { signUp } = words;
  const wrong = ['name', 'zone', 'hour', 'days'].some((field) => problems[field] !== undefined);
  const open = wrong || form.discreet || form.name !== '';
  return html`<details class="more"${open && html` open`}><summary>${signUp.more}</summary>
<p class="small">${signUp.moreDetail}</p>
<div class="field"><label for="name">${signUp.name} <span class="soft">${signUp.ifYouLike}</span></label>
<input id="name" name="name" autocomplete="given-name" maxlength="80" value="${form.name}"${faulty('name', problems)}>
${problemAt('name', problems)}</div>
<label class="check"><input type="checkbox" name="discreet" value="yes"${form.discreet && html` checked`}>
<span>${signUp.discreet}</span></label>
${rhythmFields({
  words,
  now: form,
  problems,
  guessZone: form.email === '' && Object.keys(problems).length === 0,
  zone: defaults.zone,
})}</details>`;
}

function trackField(
  { signUp }: Words,
  { tracks, slug }: CourseOutline,
  chosen: string,
  problems: Problems,
): Markup {
  const first = tracks.some(({ id }) => id === chosen) ? chosen : tracks[0]?.id;
  return html`<fieldset id="track" tabindex="-1"${faulty('track', problems)}><legend>${signUp.track}</legend>
<div class="choices stacked">${tracks.map(
    ({ id, label }) =>
      html`<label class="choice"><input type="radio" name="track" value="${id}"${
        id === first && html` checked`
      } data-course="${slug}"> <span>${label}</span></label>`,
  )}</div>
${problemAt('track', problems)}</fieldset>`;
}
