import { describe, expect, test } from 'vitest';
import { type CompiledMail, fill } from '../../../functions/core/mail/template.ts';
import { ownWordsOf } from '../../../functions/core/replies/collect-own-words.ts';
import { inContext, strip } from '../../../functions/core/replies/strip.ts';
import { NOTICE, template } from './own-mail.ts';

const OWN = ownWordsOf([NOTICE]);
const FOOT = 'To pause, reply “pause”, or “pause until” and a day.';
const WHOLE = fill(NOTICE.text, {
  greeting: 'Hello Ann,',
  pausedInWords: 'until Monday, December 7, 2026',
  scheduleInWords: 'every day at 7:00 AM (Berlin time)',
  nextLetterInWords: 'Monday, December 7, 2026, at 7:00 AM (Europe/Berlin)',
  undoUrl: 'https://a.example/preferences/x.y?do=resume',
  preferencesUrl: 'https://a.example/preferences/x.y',
  unsubscribeUrl: 'https://a.example/unsubscribe/x.y',
});
const LINKS = 'Change days or hour\nUnsubscribe';

type Row = readonly [reason: string, mail: string, own: string];

describe('what a mail of ours says is taken out, where nobody marked it as a quote', () => {
  test.for<Row>([
    ['a sentence alone', FOOT, ''],
    ['below what they wrote', `Thanks!\n\n${FOOT}`, 'Thanks!'],
    ['on the same line', `Thanks! ${FOOT}`, 'Thanks!'],
    ['above what they wrote', `${FOOT}\n\nThanks!`, 'Thanks!'],
    [
      'wrapped elsewhere than we do',
      'Thanks!\nTo pause, reply “pause”,\nor “pause until” and\na day.',
      'Thanks!',
    ],
    [
      'with straight quotes, in capitals',
      'TO PAUSE, REPLY "PAUSE", OR "PAUSE UNTIL" AND A DAY.',
      '',
    ],
    ['the lines of links', `Thanks!\n\n${LINKS}`, 'Thanks!'],
    [
      'links with their addresses, as in the text part',
      'Thanks!\nChange days or hour: https://a.example/preferences/x.y\nUnsubscribe: https://a.example/unsubscribe/x.y',
      'Thanks!',
    ],
    [
      'links as Outlook writes them',
      'Thanks!\nChange days or hour<https://a.example/x>\nUnsubscribe<https://a.example/y>',
      'Thanks!',
    ],
    ['from a label to the end', 'Unsubscribe\nCloser Letters\nStreet 1\n12345 City', ''],
    [
      'with the bar above it, which ends no reply',
      `Hi!\n\n------------------------\n${FOOT}\n\nThanks!`,
      'Hi!\n\nThanks!',
    ],
    [
      'from the middle of a sentence on',
      'or “pause until” and a day.\nChange days or hour\nUnsubscribe',
      '',
    ],
    [
      'a value in the middle',
      'Your letters are paused until Monday, December 7, 2026. Your next letter: Monday at 7:00 AM.',
      '',
    ],
    [
      'half of a long sentence, on one line',
      'asked for them and confirmed it, and you can stop them with any reply you like.',
      '',
    ],
    [
      'two items of a list that say how things stand',
      '- Your letters come: every day at 7:00 AM (Berlin time)\n- Your first letter: December 7, 2026',
      '',
    ],
    ['a value without a number', 'Your letters are paused until you tell us to go on.', ''],
    [
      'a name that asks for something',
      'What you can write to us\n\nHello Please Unsubscribe Me,\n\nReply to any letter with one of these, in your own words if you like:',
      '',
    ],
    ['a sentence that reads like a wish', 'Take a minute, no more than that.', ''],
    [
      'a list of three examples in our order',
      '- pause for two weeks\n- weekdays only\n- at 7 in the evening',
      '',
    ],
    [
      'below an attribution, without a mark, and nothing else',
      `On 16 Nov 2026 07:00, "Anna" <anna@example.com> wrote:\n\n${FOOT}\n\n${LINKS}`,
      '',
    ],
  ])('%s', ([, mail, own]) => {
    expect(strip(mail, OWN)).toBe(own);
  });
});

describe('a reader’s words never vanish', () => {
  test.for<Row>([
    ['an example alone', 'pause for two weeks', 'pause for two weeks'],
    ['two examples', 'weekdays only\nat 7 in the evening', 'weekdays only\nat 7 in the evening'],
    ['a label alone', 'Start again now', 'Start again now'],
    ['a label of more words', 'Change days or hour', 'Change days or hour'],
    ['a label and a name', 'Unsubscribe\nCloser Letters', 'Unsubscribe\nCloser Letters'],
    ['what somebody in a letter says', 'I can not do this.', 'I can not do this.'],
    [
      'what somebody in a letter says further on',
      'Please leave me alone now.',
      'Please leave me alone now.',
    ],
    [
      'an example that is a whole sentence',
      'Please pause my letters now.',
      'Please pause my letters now.',
    ],
    ['a short sentence that we say as well', 'Thank you for writing.', 'Thank you for writing.'],
    [
      'another value where ours had none of that kind',
      'Your letters are paused, please resume.',
      'Your letters are paused, please resume.',
    ],
    [
      'a line of ours filled in anew',
      'Your next letter: on Monday, please.',
      'Your next letter: on Monday, please.',
    ],
    [
      'words of ours, and a wish below them',
      'your next letter\nsend it on Monday at 7.',
      'your next letter\nsend it on Monday at 7.',
    ],
    [
      'more than any value of ours is long',
      'Your letters are paused for 7 of us here and all of us would so love to read on.',
      'Your letters are paused for 7 of us here and all of us would so love to read on.',
    ],
    ['our words at the end of their own', `You say: ${FOOT}`, `You say: ${FOOT}`],
    [
      'our words at the beginning of their own',
      `${FOOT.slice(0, -1)}, as you say`,
      `${FOOT.slice(0, -1)}, as you say`,
    ],
    [
      'our words within their own sentence',
      'When you write “To pause, reply pause, or pause until and a day”, do you mean it',
      'When you write “To pause, reply pause, or pause until and a day”, do you mean it',
    ],
    ['a command above the whole mail', `stop\n\n${WHOLE}`, 'stop'],
    ['a command below the whole mail', `${WHOLE}\n\nstop`, 'stop'],
    ['an answer between two passages', `${FOOT}\nMy brother.\n${LINKS}`, 'My brother.'],
    [
      'an example below a quoted list that it goes on',
      '> - pause\npause for two weeks\n> weekdays only',
      'pause for two weeks',
    ],
    ['a picture above a copy', `👍\n\n${FOOT}`, '👍'],
    ['a thank-you that we say as well', 'Closer Letters\nThanks!', 'Closer Letters\nThanks!'],
  ])('%s', ([, mail, own]) => {
    expect(strip(mail, OWN)).toBe(own);
  });
});

test('in any language: it is the mails that say what is ours', () => {
  const german: CompiledMail = {
    subject: template('Was Sie uns schreiben können'),
    text: template(
      'Antworten Sie einfach, etwa so:\n\n- nur werktags\n- Pause bis Freitag\n\n' +
        'Zum Pausieren antworten Sie „Pause“ oder „Pause bis“ und einen Tag.\n\n' +
        'Ihr nächster Brief: {nextLetterInWords}.\n\nTage oder Stunde ändern: {preferencesUrl}\n' +
        'Abmelden: {unsubscribeUrl}\n',
    ),
    html: template('<p>Abmelden</p>'),
  };
  const own = ownWordsOf([NOTICE, german]);
  const foot = 'Zum Pausieren antworten Sie „Pause“ oder „Pause bis“ und einen Tag.';
  expect(strip(`Danke!\n\n${foot}`, own)).toBe('Danke!');
  expect(strip('Danke!\nTage oder Stunde ändern\nAbmelden', own)).toBe('Danke!');
  expect(strip('Ihr nächster Brief: Montag, 7. Dezember 2026, 7:00 Uhr.', own)).toBe('');
  for (const said of ['Pause bis Freitag', 'Abmelden', 'nur werktags\nPause bis Freitag'])
    expect(strip(said, own)).toBe(said);
});

describe('in context, for the author', () => {
  test.for<Row>([
    ['the question above an answer', '> Did you ask?\n\nYes.', '> Did you ask?\n\nYes.'],
    [
      'each question above its answer, also the first below an attribution',
      'On Sun, 15 Nov 2026 Jo <jo@example.net> wrote:\n> Whom?\nMy brother.\n> When?\nToday.',
      '> Whom?\nMy brother.\n> When?\nToday.',
    ],
    ['nothing below the last answer', 'Yes.\n\n> And then?\n> stop', 'Yes.'],
    ['an unmarked copy as a quote', `${FOOT}\nI might!`, `> ${FOOT}\nI might!`],
    [
      'no link of the reader’s own',
      '> Unsubscribe: https://a.example/unsubscribe/x.y\nNo!',
      '> Unsubscribe: …\nNo!',
    ],
    [
      'of a long quote the end',
      `${Array.from({ length: 20 }, (_, line) => `> line ${line}`).join('\n')}\nYes.`,
      `> […]\n${Array.from({ length: 8 }, (_, line) => `> line ${line + 12}`).join('\n')}\nYes.`,
    ],
    ['a quote in bars', 'A wrote:\n| Whom?\n\nMy brother.', '> Whom?\n\nMy brother.'],
  ])('%s', ([, mail, shown]) => {
    expect(inContext(mail, OWN)).toBe(shown);
  });
});
