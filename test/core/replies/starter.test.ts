import { describe, expect, it } from 'vitest';
import { type Context, understand } from '../../../functions/core/replies/understand.ts';

/** The reference date of mail-standards §6.3: a Sunday. */
const at: Context = { now: '2026-11-22T09:00:00Z', zone: 'Europe/Berlin' };

type Row = readonly [
  reason: string,
  replies: readonly string[],
  expected: object | string,
  context?: Partial<Context>,
];

const LONG = `${'Dear Anna, your lesson on listening moved me more than I can say. '.repeat(30)}
If you are ever in Lisbon, please stop by for a coffee.
${'I have thought a lot about what it means to be close to somebody. '.repeat(30)}`;

const STARTER: readonly Row[] = [
  ['1 the one word', ['stop', 'STOP', 'Stop.', 'stop!!'], { intent: 'unsubscribe' }],
  [
    '2 the word for it',
    ['unsubscribe', 'UNSUBSCRIBE ME', 'unsub', 'opt out', 'optout'],
    { intent: 'unsubscribe' },
  ],
  ['3 politely', ['please stop'], { intent: 'unsubscribe' }],
  [
    '4 from the list',
    ['Please remove me from this list.', 'remove me', 'take me off'],
    { intent: 'unsubscribe' },
  ],
  ['5 words that stand alone', ['cancel', 'quit', 'end', 'revoke'], { intent: 'unsubscribe' }],
  ['6 a wish told', ['I no longer wish to receive these emails.'], { intent: 'unsubscribe' }],
  [
    '7 a negation that is a request',
    ["Please don't send me any more emails"],
    { intent: 'unsubscribe' },
  ],
  ['8 with thanks and a name', ['no more emails please, thanks, Jo'], { intent: 'unsubscribe' }],
  [
    '9 other languages',
    ['Bitte abmelden', 'Désinscription', 'Cancelar suscripción', 'afmelden', '配信停止'],
    { intent: 'unsubscribe' },
  ],
  ['10 angry', ['Stop spamming me or I report you'], { intent: 'unsubscribe' }],
  [
    '11 negated, with every apostrophe',
    ["don't stop!", 'don’t stop', 'don\u0092t stop', 'dont stop', 'don`t stop', 'don´t stop'],
    { intent: 'none' },
  ],
  ['12 of crying', ["I can't stop crying…"], { intent: 'none' }],
  ['13 of procrastinating', ['How do I stop procrastinating?'], { intent: 'none' }],
  ['14 stop and think', ['This made me stop and think.'], { intent: 'none' }],
  ['15 non-stop', ['Non-stop great lessons'], { intent: 'none' }],
  ['16 almost', ["I almost unsubscribed, but today's lesson was great"], { intent: 'none' }],
  ['17 does not want to', ["I don't want to unsubscribe"], { intent: 'none' }],
  ['18 why would anyone', ['Why would anyone unsubscribe?'], { intent: 'none' }],
  ['19 asks how', ['How do I unsubscribe?'], { intent: 'help' }],
  ['20 about a chapter', ['Should I stop at chapter 3?'], { intent: 'none' }],
  ['21 about an exercise', ['Stop at the third exercise or go on?'], { intent: 'none' }],
  ['22 another rhythm', ['stop sending on weekends'], { intent: 'schedule', days: '12345' }],
  ['23 a part of it', ['Stop sending me the PDFs, but keep the lessons'], 'clarify'],
  [
    '24 for somebody else',
    ['Can you unsubscribe my colleague bob@example.com?'],
    { intent: 'none' },
  ],
  ['25 gets it twice', ['please stop, I get this twice'], 'clarify'],
  ['26 for now is no date', ['stop for now'], { intent: 'pause', open: true }],
  ['27 until a month', ['stop until January'], { intent: 'pause', until: '2027-01-01' }],
  ['28 open', ['pause', 'Pause please', 'hold', 'snooze'], { intent: 'pause', open: true }],
  [
    '29 two weeks',
    ['pause for 2 weeks', 'pause 2 weeks', '2 week break please'],
    { intent: 'pause', until: '2026-12-06' },
  ],
  ['30 a fortnight', ['pause for a fortnight'], { intent: 'pause', until: '2026-12-06' }],
  ['31 a couple', ['pause for a couple of weeks'], { intent: 'pause', until: '2026-12-06' }],
  ['32 a break', ['take a break until 3 March'], { intent: 'pause', until: '2027-03-03' }],
  ['33 which way round?', ['pause until 03/04'], 'clarify'],
  ['34 a weekday', ['pause until Monday'], { intent: 'pause', until: '2026-11-23' }],
  ['35 Monday week', ['pause until Monday week'], { intent: 'pause', until: '2026-11-30' }],
  [
    '36 from and to',
    ['pause from 1 Dec to 14 Dec'],
    { intent: 'pause', from: '2026-12-01', until: '2026-12-15' },
  ],
  ['37 a holiday', ['pause until Christmas'], { intent: 'pause', until: '2026-12-25' }],
  ['38 no end', ['pause until further notice'], { intent: 'pause', open: true }],
  ['39 no such day', ['pause until 31 Feb'], 'clarify'],
  ['40 just past', ['pause until 1 November'], 'clarify'],
  ['41 too short', ['pause for 90 minutes'], 'clarify'],
  ['42 a year', ['pause for 1 year'], { intent: 'pause', until: '2027-11-22' }],
  ['42 ten years', ['pause for 10 years'], 'clarify'],
  [
    '43 a holiday, told by the reader',
    ["I'm on holiday till Monday"],
    { intent: 'pause', until: '2026-11-23' },
  ],
  [
    '44 the same, told by a robot',
    ["I'm on holiday till Monday"],
    { intent: 'none' },
    { subject: 'Automatic reply: Day 3' },
  ],
  [
    '45 away and hold',
    ["I'm away 1–14 December, please hold"],
    { intent: 'pause', from: '2026-12-01', until: '2026-12-15' },
  ],
  ['46 back then', ["I'll be back in January"], 'clarify'],
  [
    '47 this week',
    ['Too busy this week, can you hold the lessons?'],
    { intent: 'pause', until: '2026-11-29' },
  ],
  ['48 a story', ['I had to pause the video twice'], { intent: 'none' }],
  ['49 between sets', ['Should we pause between sets?'], { intent: 'none' }],
  ['50 negated', ["Please don't pause my course"], { intent: 'none' }],
  [
    '51 other words',
    ['menopause', 'Hice una pausa para pensar', 'Pause for thought: great'],
    { intent: 'none' },
  ],
  [
    '52 while paused',
    ['resume', 'continue', 'unpause', 'start again', "I'm back"],
    { intent: 'resume' },
    { state: 'paused' },
  ],
  [
    '52 while active',
    ['resume', 'continue', 'unpause', 'start again', "I'm back"],
    { intent: 'none' },
    { state: 'active' },
  ],
  ['53 a day to resume', ['Resume on Jan 5'], { intent: 'resume', on: '2027-01-05' }],
  [
    '54 the pause ends',
    ['cancel my pause', 'stop the pause'],
    { intent: 'resume' },
    { state: 'paused' },
  ],
  ['55 a CV', ['Attached is my resume (CV)'], { intent: 'none' }, { state: 'paused' }],
  ['56 not offered', ['restart from day 1'], 'clarify'],
  ['57 German', ['Pausieren bis Montag'], { intent: 'pause', until: '2026-11-23' }],
  ['57 Spanish', ['pausar 2 semanas'], { intent: 'pause', until: '2026-12-06' }],
  ['57 French', ['pause de 15 jours'], { intent: 'pause', until: '2026-12-07' }],
  ['58 says nothing', ['yes', 'ok', '👍', '', '-- \nJo Miller\nAcme Ltd'], { intent: 'none' }],
  [
    '59 only our footer, quoted',
    [
      'On Mon, Nov 16, 2026 at 7:00 AM Closer <c@example.com> wrote:\n\n> Reply STOP to unsubscribe',
    ],
    { intent: 'none' },
  ],
  ['60 between the lines', ['> want to pause?\nYes, for 2 weeks'], 'clarify'],
  [
    '61 with a signature',
    [
      'Stop\n\nSent from my iPhone',
      'Stop\n\nSent from Proton Mail for iOS',
      'Stop\n\nSent from my Galaxy',
    ],
    { intent: 'unsubscribe' },
  ],
  ['62 only a subject', [''], { intent: 'unsubscribe' }, { subject: 'unsubscribe' }],
  ['63 later and stronger', ['pause … no wait, unsubscribe me'], { intent: 'unsubscribe' }],
  ['64 a part of it', ['unsubscribe me from marketing, keep the course'], 'clarify'],
  ['65 two heartfelt pages', [LONG], { intent: 'none' }],
];

describe('the starter set', () => {
  it.each(STARTER.map((row) => [row[0], row] as const))('%s', (_reason, row) => {
    const [, replies, expected, context] = row;
    for (const reply of replies) {
      const got = understand(reply, { ...at, ...context });
      if (typeof expected === 'string') expect([reply, got.intent]).toEqual([reply, expected]);
      else expect([reply, got]).toEqual([reply, expected]);
    }
  });
});
