/** The words that surround an author's own, for every kind of mail. */
export const WORDS = {
  letterOf: (place: number, of: number) => `Letter ${place} of ${of}`,
  letter: 'Letter',
  newsletter: 'Newsletter',
  minutes: (minutes: number) => (minutes === 1 ? '1 minute' : `${minutes} minutes`),
  practice: 'Try this',
  question: 'A question to sit with',
  reply: 'If you like, reply and tell us. A person reads every answer.',
  myth: 'The myth',
  truth: 'What holds true',
  safety: 'Safety note',
  checkIn: 'How close, this week?',
  checkInAfter:
    'A tap opens a page with one button, and nothing is kept before you press it. Your answer is there for you alone.',
  checkInsSoFar: 'Your circles so far',
  sources: (count: number) => (count === 1 ? 'Source' : 'Sources'),
  whyLesson: (course: string) =>
    `You get these letters because you asked for ${course} and confirmed it.`,
  whyNewsletter: 'You get this because you asked for our newsletter and confirmed it.',
  whyNotice: 'You get this because you read our letters, or just asked us for something.',
  whyConfirmation: 'You get this one mail because someone typed this address into our form.',
  whyGoodbye: 'This is the last mail. Nothing else comes unless you ask for it.',
  howToPause: 'To pause, reply “pause”, or “pause until” and a day.',
  preferences: 'Change days or hour',
  webCopy: 'Read in your browser',
  unsubscribe: 'Unsubscribe',
} as const;
