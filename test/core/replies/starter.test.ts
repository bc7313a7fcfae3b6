import { describe, expect, test } from 'vitest';
import type { Context } from '../../../functions/core/replies/understand.ts';
import { read } from '../../support/understood.ts';

type Row = readonly [
  reason: string,
  replies: readonly string[],
  expected: string,
  context?: Partial<Context>,
];

const LONG = `${'Dear Anna, your lesson on listening moved me more than I can say. '.repeat(30)}
If you are ever in Lisbon, please stop by for a coffee.
${'I have thought a lot about what it means to be close to somebody. '.repeat(30)}`;

const STARTER: readonly Row[] = [
  ['1 the one word', ['stop', 'STOP', 'Stop.', 'stop!!'], 'leave'],
  ['2 the word for it', ['unsubscribe', 'UNSUBSCRIBE ME', 'unsub', 'opt out', 'optout'], 'leave'],
  ['3 politely', ['please stop'], 'leave'],
  ['4 from the list', ['Please remove me from this list.', 'remove me', 'take me off'], 'leave'],
  ['5 words that stand alone', ['cancel', 'quit', 'end', 'revoke'], 'leave'],
  ['6 a wish told', ['I no longer wish to receive these emails.'], 'leave'],
  ['7 a negation that is a request', ["Please don't send me any more emails"], 'leave'],
  ['8 with thanks and a name', ['no more emails please, thanks, Jo'], 'leave'],
  [
    '9 other languages',
    ['Bitte abmelden', 'Désinscription', 'Cancelar suscripción', 'afmelden', '配信停止'],
    'leave',
  ],
  ['10 angry, and an "or"', ['Stop spamming me or I report you'], 'ask'],
  [
    '11 negated, with every apostrophe',
    ["don't stop!", 'don’t stop', 'don\u0092t stop', 'dont stop', 'don`t stop', 'don´t stop'],
    'nothing',
  ],
  ['12 of crying', ["I can't stop crying…"], 'distress'],
  ['13 of procrastinating', ['How do I stop procrastinating?'], 'nothing'],
  ['14 stop and think', ['This made me stop and think.'], 'nothing'],
  ['15 non-stop', ['Non-stop great lessons'], 'nothing'],
  ['16 almost', ["I almost unsubscribed, but today's lesson was great"], 'nothing'],
  ['17 does not want to', ["I don't want to unsubscribe"], 'nothing'],
  ['18 why would anyone', ['Why would anyone unsubscribe?'], 'ask'],
  ['19 asks how', ['How do I unsubscribe?'], 'help'],
  ['20 about a chapter', ['Should I stop at chapter 3?'], 'nothing'],
  ['21 about an exercise', ['Stop at the third exercise or go on?'], 'nothing'],
  ['22 another rhythm', ['stop sending on weekends'], 'schedule 12345'],
  ['23 a part of it', ['Stop sending me the PDFs, but keep the lessons'], 'nothing'],
  ['24 for somebody else', ['Can you unsubscribe my colleague bob@example.com?'], 'nothing'],
  ['25 gets it twice', ['please stop, I get this twice'], 'ask'],
  ['26 for now is no date', ['stop for now'], 'pause'],
  ['27 until a month', ['stop until January'], 'pause until 2027-01-01'],
  ['28 open', ['pause', 'Pause please', 'hold', 'snooze'], 'pause'],
  [
    '29 two weeks',
    ['pause for 2 weeks', 'pause 2 weeks', '2 week break please'],
    'pause until 2026-12-06',
  ],
  ['30 a fortnight', ['pause for a fortnight'], 'pause until 2026-12-06'],
  ['31 a couple', ['pause for a couple of weeks'], 'pause until 2026-12-06'],
  ['32 a break', ['take a break until 3 March'], 'pause until 2027-03-03'],
  ['33 which way round?', ['pause until 03/04'], 'ask'],
  ['34 a weekday', ['pause until Monday'], 'pause until 2026-11-23'],
  ['35 Monday week', ['pause until Monday week'], 'pause until 2026-11-30'],
  ['36 from and to', ['pause from 1 Dec to 14 Dec'], 'pause from 2026-12-01 until 2026-12-15'],
  ['37 a holiday', ['pause until Christmas'], 'pause until 2026-12-25'],
  ['38 no end', ['pause until further notice'], 'pause'],
  ['39 no such day', ['pause until 31 Feb'], 'ask'],
  ['40 just past', ['pause until 1 November'], 'ask'],
  ['41 too short', ['pause for 90 minutes'], 'ask'],
  ['42 a year', ['pause for 1 year'], 'pause until 2027-11-22'],
  ['42 ten years', ['pause for 10 years'], 'ask'],
  ['43 a holiday, told by the reader', ["I'm on holiday till Monday"], 'pause until 2026-11-23'],
  [
    '44 the same, told by a robot',
    ["I'm on holiday till Monday"],
    'nothing',
    { subject: 'Automatic reply: Day 3' },
  ],
  [
    '45 away and hold',
    ["I'm away 1–14 December, please hold"],
    'pause from 2026-12-01 until 2026-12-15',
  ],
  ['46 back then', ["I'll be back in January"], 'ask'],
  ['47 this week', ['Too busy this week, can you hold the lessons?'], 'pause until 2026-11-29'],
  ['48 a story', ['I had to pause the video twice'], 'nothing'],
  ['49 between sets', ['Should we pause between sets?'], 'nothing'],
  ['50 negated', ["Please don't pause my course"], 'nothing'],
  [
    '51 other words',
    ['menopause', 'Hice una pausa para pensar', 'Pause for thought: great'],
    'nothing',
  ],
  [
    '52 while paused',
    ['resume', 'continue', 'unpause', 'start again', "I'm back"],
    'resume',
    { state: 'paused' },
  ],
  [
    '52 while active',
    ['resume', 'continue', 'unpause', 'start again', "I'm back"],
    'nothing',
    { state: 'active' },
  ],
  ['53 a day to resume', ['Resume on Jan 5'], 'resume 2027-01-05'],
  ['54 the pause ends', ['cancel my pause', 'stop the pause'], 'resume', { state: 'paused' }],
  ['55 a CV', ['Attached is my resume (CV)'], 'nothing', { state: 'paused' }],
  ['56 not offered', ['restart from day 1'], 'course'],
  ['57 German', ['Pausieren bis Montag'], 'pause until 2026-11-23'],
  ['57 Spanish', ['pausar 2 semanas'], 'pause until 2026-12-06'],
  ['57 French', ['pause de 15 jours'], 'pause until 2026-12-07'],
  ['58 says nothing', ['yes', 'ok', '👍', '', '-- \nJo Miller\nAcme Ltd'], 'nothing'],
  [
    '59 only our footer, quoted',
    [
      'On Mon, Nov 16, 2026 at 7:00 AM Closer <c@example.com> wrote:\n\n> Reply STOP to unsubscribe',
    ],
    'nothing',
  ],
  ['60 between the lines', ['> want to pause?\nYes, for 2 weeks'], 'ask'],
  [
    '61 with a signature',
    [
      'Stop\n\nSent from my iPhone',
      'Stop\n\nSent from Proton Mail for iOS',
      'Stop\n\nSent from my Galaxy',
    ],
    'leave',
  ],
  ['62 only a subject', [''], 'leave', { subject: 'unsubscribe' }],
  ['63 later and stronger', ['pause … no wait, unsubscribe me'], 'leave'],
  ['64 a part of it', ['unsubscribe me from marketing, keep the course'], 'nothing'],
  ['65 two heartfelt pages', [LONG], 'nothing'],
];

describe('the starter set', () => {
  const rows = STARTER.flatMap(([reason, replies, expected, context]) =>
    replies.map((reply) => ({ reason, reply, expected, context })),
  );

  test.for(rows)('$reason: $reply', ({ reply, expected, context }) => {
    expect(read(reply, context)).toBe(expected);
  });
});
