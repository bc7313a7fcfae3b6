import { amount } from '../../account/import/words.ts';
import { momentThere } from '../../account/newsletter/words.ts';
import type { Paint } from '../../account/paint.ts';
import type { AtLeast, Sending, Today } from '../today.ts';

/** Whether something wants to be looked at. */
export function isWell({ sending, alarms = [], missing, doubt }: Today): boolean {
  const goes = !sending.heldUntil && !sending.restsSince && !sending.stopped;
  return goes && sending.form !== 'slow' && alarms.length + missing.length + doubt.count === 0;
}

/** How things stand, a line each; what is wrong says what to do. */
export function todayInWords(today: Today, paint: Paint): readonly string[] {
  const { now, zone, due, waiting, doubt, quota, queued } = today;
  const { perDay, perSecond, left } = quota;
  const room = perDay < 0 ? 'no limit a day' : `${left} left for letters of ${perDay} a day`;
  return [
    paint('bold', momentThere(now, zone)),
    '',
    `${atLeast(due)}  come due later today`,
    `${atLeast(waiting)}  wait: their moment has come`,
    ...(doubt.count > 0
      ? [
          paint(
            'yellow',
            `${amount(doubt.count)}  in doubt, of the ${doubt.looked} that wait longest: nobody knows yet whether they went`,
          ),
        ]
      : []),
    ...(queued === undefined ? [] : [`${amount(queued)}  messages on the send queue`]),
    `${amount(quota.sent)}  sent by the account in 24 hours; ${room}, ${perSecond} a second`,
    '',
    ...sendingInWords(today.sending, paint),
    ...alarmsInWords(today, paint),
    ...missingInWords(today, paint),
  ];
}

const atLeast = ({ count, more }: AtLeast): string => amount(count) + (more ? '+' : '');

function sendingInWords(
  { heldUntil, restsSince, stopped, form }: Sending,
  paint: Paint,
): readonly string[] {
  const wrong = [
    ...(stopped
      ? [
          `Letters have been stopped since ${stopped.since}, for ${stopped.because}: npm run release`,
        ]
      : []),
    ...(heldUntil ? [`Nothing is sent before ${heldUntil}: SES refused the whole account.`] : []),
    ...(restsSince ? [`Sending has rested since ${restsSince}: SES gives no answers.`] : []),
    ...(form === 'slow' ? ['The form sends its mails slowly: too many of them came back.'] : []),
  ].map((line) => paint('red', line));
  const careful =
    form === 'careful' ? ['The form is careful for an hour: some of its mails came back.'] : [];
  return [...(wrong.length > 0 ? wrong : [paint('green', 'Sending is open.')]), ...careful];
}

function alarmsInWords({ alarms }: Today, paint: Paint): readonly string[] {
  if (alarms === undefined) return ['Alarms are not known: no stack stands around this table.'];
  if (alarms.length === 0) return [paint('green', 'No alarm rings.')];
  return alarms.map(({ name, description }) => paint('red', `${name} rings: ${description}`));
}

function missingInWords({ missing }: Today, paint: Paint): readonly string[] {
  return missing.map((course) =>
    paint(
      'red',
      `The course ${course} was deployed, and is not in the folder: npm run plan says who reads it.`,
    ),
  );
}
