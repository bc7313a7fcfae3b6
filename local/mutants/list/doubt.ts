import { of } from '../mutant.ts';

/** News of mails, and what is done while there is none. */
const DOUBT = 'test/sending/doubt.test.ts';
const OVERTAKEN = 'test/sending/overtaken.test.ts';
const NEWS = 'test/sending/news.test.ts';
const REFUSALS = 'test/sending/refusals.test.ts';
const MODEL = 'test/sending/model.test.ts';
const TABLE = 'test/adapters/table.test.ts';

export const OF_DOUBT = [
  ...of(
    'functions/runtime/settle.ts',
    [NEWS, MODEL],
    [
      [
        'news of a mail that another has put off is dropped',
        "latest = saved.is === 'changed' ? saved.latest : await stored.load(id);",
        "if (saved.is !== 'changed') return;\n    latest = saved.latest;",
        'a letter that went is sent again',
      ],
      [
        'what a reader changed meanwhile is undone by the news',
        'latest === subscriber ? becomes : afterSending',
        'ours ? becomes : afterSending',
        'a wish that came while a letter was on its way is lost',
      ],
      [
        'a settling is not made anew',
        "if (saved.is !== 'changed') return saved.is === 'saved' ? 'saved' : 'ended';",
        "return saved.is === 'saved' ? 'saved' : 'ended';",
        'a put-off is lost when its reader changes something meanwhile',
        [REFUSALS],
      ],
    ],
  ),
  ...of(
    'functions/sending/clear-doubt.ts',
    [OVERTAKEN, DOUBT, MODEL],
    [
      [
        'nobody looks for proofs',
        'const evidence = isOpen(before, now) ? await evidenceOf(world, doubtful) : undefined;',
        'const evidence = undefined;',
        'each lost answer is a second copy',
      ],
      [
        'somebody else’s claim does not keep from sending',
        "return { is: ours ? verdict : 'open' };",
        'return { is: verdict };',
        'two senders, one letter each',
      ],
      [
        'what is known as sent is not taken down',
        "evidence?.is === 'sent' ? afterProof(latest, evidence.mails, before, courses, at) : latest",
        'latest',
        'the letter goes out again a minute later',
      ],
      [
        'who waits forgets what was tried',
        '{ ...before, attempt: claim.attempt, at: claim.at }',
        '{ ...claim, since: claim.at }',
        'after a lease of waiting nothing is in doubt any more, and a second copy goes out',
      ],
      [
        'nobody hears that no proofs come',
        "looked ? 'proofs-late' : 'waiting'",
        "'waiting'",
        'readers wait, and the author learns it from them',
      ],
      [
        'no canary',
        'outcome: await world.canary() };',
        'outcome: undefined };',
        'the last letter of a day is in doubt until the next day’s first',
      ],
    ],
  ),
  ...of(
    'functions/core/sending/doubt.ts',
    [OVERTAKEN, DOUBT, MODEL],
    [
      [
        'a proof of the same moment tells that ours would have come',
        'const MARGIN_SECONDS = 5 * 60;',
        'const MARGIN_SECONDS = -1;',
        'a proof that is a little late is a second copy',
      ],
      [
        'an issue in doubt that counts as had leaves its day free',
        "if (!ofBefore && owed.kind !== 'issue' && owed.kind !== 'digest') return false;",
        'if (!ofBefore) return false;',
        'who unticks the newsletter in that quarter of an hour gets a letter on the same day',
      ],
      [
        'an object that can’t be read is none',
        "streams && found.missing === 0 ? 'not-sent'",
        "streams ? 'not-sent'",
        'the proof that lay in it is a second copy',
      ],
      [
        'what is unknown is sent',
        "if (evidence.is === 'unknown') return 'wait';",
        '',
        'while no proofs come each doubt is a second copy',
      ],
      [
        'a doubt begins with its last attempt',
        'const since = before?.since ?? at;',
        'const since = at;',
        'the proof of the first copy is not looked for',
        [TABLE],
      ],
      [
        'a repeated claim is in doubt about itself',
        '(before.attempt !== attempt || since < before.at)',
        'true',
        'a lost answer of the table costs a lease',
        [TABLE],
      ],
      [
        'a letter that is a day late comes at night',
        "owedNow(subscriber, courses, now)?.kind === 'lesson' ? 'put-off' : 'send-again'",
        "owedNow(subscriber, courses, now)?.kind === 'lesson' ? 'send-again' : 'send-again'",
        'after a long outage letters come whenever it ends',
      ],
    ],
  ),
];
