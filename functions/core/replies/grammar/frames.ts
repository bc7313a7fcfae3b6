import type { Tag } from './chunks.ts';
import { alone, ended, type Frame, frame, OURS, told, unsure, WHOM, without } from './frame.ts';

/** What letters shall be like is a wish where it is asked for, and else only when it is all. */
const ASKED: readonly Tag[] = ['change', 'send', 'get', 'wish', 'demand', 'courtesy', 'rather'];
const LIKE: readonly Tag[] = ['change', 'send', 'get', 'me', 'ours', 'it', 'rather'];

/** "Don't stop": see `allows` in `fit.ts` for their order. */
export const NEGATING: readonly Tag[] = ['no', 'refuse'];
export const ENDING: readonly Tag[] = ['leave', 'end', 'pause', 'rest', 'aloneLeave'];
/** "No more of Quiet mornings": an end of one course by its title. "Take" ends one only with an "off". */
const ENDED: readonly Tag[] = ['end', 'leave', 'drop', 'no', 'refuse'];
const OUT: readonly Tag[] = ['from', 'list'];
const STARTING: readonly Tag[] = ['begin', 'goOn', 'resume', 'again'];
const TAKEN: readonly Tag[] = [
  ...(['begin', 'send', 'get', 'me', 'it', 'more', 'change', 'goOn', 'take'] as const),
];
const RETAKEN: readonly Tag[] = ['change', 'send', 'get', 'me', 'begin', 'goOn', 'it'];
const AGAIN_OF: readonly Tag[] = ['ours', 'letter', 'named', 'alike'];
const STAYING: readonly Tag[] = [
  ...(['send', 'get', 'rather', 'begin', 'resume', 'aloneResume', 'again'] as const),
];
const KEPT: readonly Tag[] = ['send', 'get', 'when', 'more', 'letter'];

/** "I get up at 6 and read your letter": beside a reason an hour is one's own, if nobody asks. */
const SET: readonly Tag[] = [
  ...(['rhythm', 'number', 'me', 'it', 'ours', 'letter', 'send', 'get', 'change'] as const),
  ...(['rather', 'more', 'no', 'end', 'refuse', 'keep', 'but', 'or', 'when'] as const),
];
const SCHEDULED: readonly Tag[] = [...SET, 'reason'];

/** In the order in which they are tried: what says more stands above what says less. */
export const FRAMES: readonly Frame[] = [
  frame('takeBack', [['takeBack']], ['it', 'me', 'no']),
  frame('courtesy', [], ['yes']),
  unsure(
    'howTo',
    [
      ['howTo'],
      ['leave', 'end', 'pause', 'resume', 'skip', 'change', 'drop', 'pull', 'rest', 'goOn'],
    ],
    [...WHOM, 'letter', 'send', 'get', 'rhythm', 'when', 'more', 'newsletter'],
  ),
  frame('status', [['status']], ['ours', 'me']),

  // Data before lists: "delete my data" leaves nothing to stop.
  frame('erase', [['erase'], ['data']], ['me', 'it', 'list', 'erase', 'data']),
  frame('export', [['show'], ['data']], ['me', 'it', 'show', 'data']),

  // What the letters are like, before whether they come.
  frame('friends', [['friends'], ASKED], [...LIKE, 'couple', 'no']),
  frame('couple', [['couple'], ASKED], [...LIKE, 'friends', 'no']),
  unsure('friends', [['friends']], [...LIKE, 'no']),
  unsure('couple', [['couple']], [...LIKE, 'no']),
  frame('plain', [['off', 'no', 'end'], ['discreet']], ['change', 'ours', 'it', 'more']),
  frame('discreet', [['discreet'], ASKED], LIKE),
  unsure('discreet', [['discreet']], LIKE),
  frame(
    'noNewsletter',
    [['newsletter'], ['end', 'leave', 'no', 'off', 'refuse', 'drop'], ['keep']],
    [...WHOM, 'send', 'get', 'more', 'but'],
  ),
  // "Take the newsletter, keep the letters" takes nobody off.
  frame('noNewsletter', [['newsletter'], ['pull'], ['me'], ['keep']], [...WHOM, 'more', 'but']),
  frame('newsletter', [['newsletter'], ['begin']], ['me', 'send', 'get', 'list', 'it']),
  // "Only send me the newsletter" is more than that.
  without('soft', told('newsletter', [['sendMe'], ['newsletter']], ['demand', 'me', 'too'])),
  // "Stop this course, keep the other."
  frame('keep', [['keep'], ['otherCourse', 'theOther', 'named']], ['send', 'get', 'me', 'more']),
  frame('againCourse', [['fromStart']], [...RETAKEN, 'ours', 'named', 'alike', 'resume', 'again']),
  // "I liked it from the beginning" tells of the course; what begins is said, or asked for.
  frame('againCourse', [['sinceStart'], STARTING], [...RETAKEN, ...STARTING, ...AGAIN_OF]),
  frame(
    'againCourse',
    [['sinceStart'], ['send'], ['wish', 'demand', 'courtesy']],
    [...RETAKEN, ...AGAIN_OF],
  ),
  frame(
    'startOrGoOn',
    [['restart']],
    ['me', 'it', 'when', 'again', 'send', 'get', 'goOn', 'subject'],
  ),
  frame('course', [['otherCourse']], ['change', 'send', 'get', 'me', 'begin', 'goOn', 'it']),
  frame('stopCourse', [['named'], ENDED], [...WHOM, 'send', 'get', 'more', 'from']),
  frame('stopCourse', [['named'], ['pull'], OUT], [...WHOM, ...OUT]),
  unsure('maybeStopCourse', [['alike'], ENDED], [...WHOM, 'send', 'get', 'more', 'from']),
  unsure('maybeStopCourse', [['alike'], ['pull'], OUT], [...WHOM, ...OUT]),
  frame('course', [['named'], ['begin', 'send', 'get', 'take', 'wish', 'demand']], TAKEN),
  frame('course', [['named'], ['begin']], [...TAKEN, 'from']),
  unsure('course', [['alike'], ['begin', 'take'], ['wish', 'demand']], TAKEN),
  frame('newsletter', [['newsletter'], ['wish'], ['get', 'begin']], ['me', 'begin']),
  // "I'd like the newsletter, too" is all that is said: who wants something of it says what.
  unsure('newsletter', [['newsletter'], ['wish']], ['me', 'rather']),
  // "The newsletter again, please."
  unsure('resume', [['newsletter'], ['again']], ['me', 'send', 'get', 'begin', 'sendMe', 'when']),
  frame(
    'address',
    [['newAddress'], ['change', 'send', 'demand', 'wish', 'newAddress']],
    ['newAddress', 'ours', 'it', 'me', 'get', 'send', 'change', 'no', 'rather', 'when'],
  ),
  // "I have a new address": it may be said to which.
  unsure('address', [['newAddress']], ['me', 'ours', 'it', 'when', 'subject']),

  // One letter.
  frame('resend', [['resend'], ['letter', 'it', 'ours']], ['me', 'again', 'letter', 'missing']),
  frame(
    'resend',
    [['missing'], ['letter']],
    ['again', 'me', 'it', 'when', 'send', 'resend', 'letter', 'missing'],
  ),
  frame(
    'resend',
    [['send', 'get'], ['letter'], ['again']],
    ['me', 'it', 'letter', 'missing', 'when'],
  ),
  unsure(
    'resend',
    [
      ['missing', 'again'],
      ['letter', 'it'],
    ],
    ['me', 'send', 'when', 'again'],
  ),
  unsure('resend', [['send'], ['it'], ['again']], ['me']),
  frame('skip', [['skip'], ['letter']], ['ours', 'it', 'number', 'when', 'change', 'letter']),
  frame('skip', [['skip'], ['when']], ['ours', 'away', 'letter', 'number', 'it']),
  unsure('skip', [['aloneSkip']], []),
  unsure('skip', [['skip'], ['it', 'number']], ['ours', 'number', 'letter']),

  // Letters again from a day on: see `allows` in `fit.ts` for the time.
  frame(
    'resume',
    [['when'], ['send', 'get'], ['demand', 'wish', 'courtesy']],
    ['it', 'me', 'ours', 'letter', 'again', 'more', 'rather', 'send', 'get', 'goOn'],
  ),

  // "From Monday I'd like the letters again."
  frame(
    'resume',
    [['again'], ['when'], [...OURS], ['demand', 'wish', 'courtesy']],
    ['it', 'me', 'send', 'get', 'goOn'],
  ),

  // When they come. Whoever only tells when they come asks for nothing.
  frame(
    'schedule',
    [
      ['rhythm'],
      ['send', 'change', 'letter', 'ours', 'get'],
      ['wish', 'demand', 'courtesy', 'rather', 'no', 'end', 'refuse'],
    ],
    SCHEDULED,
  ),
  frame('schedule', [['rhythm'], ['send', 'change'], ['ours', 'me', 'it', 'letter']], SET),
  frame('schedule', [['rhythm'], ['rather', 'demand', 'courtesy', 'wish']], SCHEDULED),
  alone('schedule', [['rhythm'], ['change', 'send']], SET),
  alone('schedule', [['rhythm']], ['rhythm', 'number', 'me', 'it', 'but', 'no', 'or', 'ours']),

  // Going on.
  frame(
    'resume',
    [['resume']],
    ['ours', 'it', 'me', 'when', 'send', 'get', 'again', 'goOn', 'letter', 'newsletter'],
  ),
  frame(
    'resume',
    [['goOn'], [...OURS, 'send', 'letter']],
    ['it', 'me', 'again', 'when', 'get', 'more', 'goOn'],
  ),
  frame('resume', [['send'], ['ours'], ['again']], ['me', 'when', 'get', 'goOn']),
  frame(
    'resume',
    [['goOn'], ['demand', 'again', 'wish']],
    ['it', 'me', 'when', 'goOn', 'again', 'away'],
  ),
  unsure(
    'resume',
    [['goOn', 'aloneResume']],
    ['it', 'again', 'when', 'me', 'goOn', 'aloneResume', 'ours', 'away'],
  ),

  // A pause: its own verb, or an end to the mail with a time.
  frame(
    'pause',
    [['pause'], [...OURS, 'when', 'me', 'it']],
    ['when', ...WHOM, 'send', 'away', 'rest', 'letter'],
  ),
  frame('pause', [['rest'], [...OURS, 'send']], ['when', ...WHOM, 'away', 'get', 'rest', 'pause']),
  frame(
    'pause',
    [['rest'], ['when'], ['wish', 'demand', 'courtesy']],
    ['when', 'me', 'it', 'away', 'rest'],
  ),
  unsure(
    'pause',
    [['pause', 'rest', 'alonePause']],
    ['when', 'me', 'it', 'away', 'rest', 'pause', 'alonePause'],
  ),

  // All shall stay as it is.
  frame(
    'keep',
    [['keep'], ['ours', 'it', 'newsletter']],
    ['send', 'get', 'me', 'more', 'when', 'no', 'end', 'off'],
  ),
  frame('keep', [NEGATING, ENDING], [...WHOM, ...NEGATING, ...ENDING, ...KEPT]),

  // Leaving: its own verb, or an end to what is ours. "No" and an end make no end.
  ended(
    [['leave']],
    [
      ...WHOM,
      ...([
        'letter',
        'send',
        'get',
        'more',
        'end',
        'off',
        'drop',
        'pull',
        'leave',
        'newsletter',
        'again',
      ] as const),
      // "That's enough, take me off your list."
      ...(['reason', 'maybeLeave'] as const),
    ],
  ),
  ended([['end'], OURS], [...WHOM, 'send', 'get', 'more', 'end', 'newsletter']),
  ended([['end'], ['send', 'get'], ['me', 'it', ...OURS]], [...WHOM, 'more', 'send', 'get', 'end']),
  ended([['refuse'], OURS], [...WHOM, 'send', 'get', 'more', 'no', 'refuse']),
  ended(
    [['refuse'], ['send', 'get'], ['me', 'it', ...OURS, 'list']],
    [...WHOM, 'more', 'no', 'send', 'get', 'refuse'],
  ),
  ended([['no'], OURS], [...WHOM, 'send', 'get', 'more', 'no', 'refuse']),
  ended(
    [['no'], ['send'], ['me', 'it', 'more', 'when']],
    [...WHOM, 'more', 'no', 'get', 'send', 'again'],
  ),
  ended([['drop'], ['me'], ['list', ...OURS]], [...WHOM, 'newsletter', 'drop']),
  ended([['pull'], ['me'], ['list']], [...WHOM, 'newsletter', 'drop', 'pull']),
  ended(
    [['no'], ['when'], ['courtesy', 'demand', 'wish']],
    [...WHOM, 'send', 'get', 'more', 'away', 'letter', 'no'],
  ),
  ended([['no', 'end'], ['when']], [...WHOM, 'send', 'get', 'more', 'away', 'letter'], false),
  alone('leave', [['end'], ['send', 'get']], ['more', 'me', 'ours', 'demand', 'it']),
  alone('leave', [['aloneLeave']], ['aloneLeave', 'maybeLeave', 'demand', 'reason', 'me']),
  alone(
    'maybeLeave',
    [['maybeLeave', 'aloneLeave', 'refuse']],
    [
      'aloneLeave',
      'maybeLeave',
      'it',
      'me',
      'wish',
      'demand',
      'end',
      'drop',
      'pull',
      'more',
      'refuse',
      'list',
      'get',
    ],
  ),

  // What goes with a wish.
  unsure('help', [['help']], ['me', 'it', ...OURS]),
  told('away', [['away']], ['when', 'me', 'away', 'reason', 'subject', 'letter']),
  told(
    'reason',
    [['reason']],
    ['reason', 'when', 'me', 'it', 'ours', 'more', 'away', 'list', 'subject', 'letter'],
  ),
  unsure('resume', [['begin'], OURS], ['me', 'again', 'it']),
  frame('when', [['when']], ['when', 'number', 'rather']),
  unsure('resend', [['aloneResend']], ['letter', 'it']),
  frame('unsaid', [['change'], ['wish', 'demand']], ['me', 'it', 'ours', 'send', 'change']),
  // "Could you resend letter 5? I can't find it."
  frame('reason', [['missing']], ['missing', 'me', 'it', 'letter', 'when', 'subject', 'reason']),
];

/** "No more letters, but the newsletter": what is named behind a "but" goes on, beside what ends. */
export const KEPT_BEHIND: readonly Frame[] = [
  frame('keep', [['newsletter', 'ours']], ['keep', 'goOn', 'me', 'it', 'more', ...STAYING]),
];
