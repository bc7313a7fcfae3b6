import { of } from '../mutant.ts';

/** Readers who change their address, and the links that they had before. */
const MODEL = 'test/sending/model.test.ts';
const MOVE = 'test/web/move.test.ts';

export const OF_MOVES = [
  ...of(
    'functions/core/reader/move.ts',
    [MOVE],
    [
      [
        'who moves keeps their address',
        'arrived: { ...reader, ...to, revision',
        'arrived: { ...reader, id: to.id, revision',
        'letters go on to a mailbox that somebody has given up',
      ],
      [
        'who moves leaves their secret behind',
        'erased(from, fresh.secret, fresh.now)',
        'erased(from, from.secret, fresh.now)',
        'whoever reads at the old address later shares links with who was there',
      ],
      [
        'any address is free to move to',
        'known === undefined || (known.standing',
        'known !== null || (known.standing',
        'somebody else’s letters and links are overwritten',
      ],
      [
        'who left is somebody who has moved on',
        "(known.standing.is === 'left' && !hasAddress(known))",
        "known.standing.is === 'left'",
        'an address that asked for no mail gets some',
      ],
    ],
  ),
  ...of(
    'functions/runtime/finish-move.ts',
    [MOVE, MODEL],
    [
      [
        'what lies beside is carried to who has it already',
        'if (!unfinished || !isFree(await subscribers.load(from))) return;',
        'if (!unfinished && isFree(await subscribers.load(from))) return;',
        'what somebody else has at the old address is taken from them',
      ],
    ],
  ),
  ...of(
    'functions/web/move.ts',
    [MOVE, MODEL],
    [
      [
        'a move does not look whether a mail is in flight',
        "if (reader.claim !== undefined) return 'busy';",
        '',
        'the button in the new mailbox is an error page while a letter is on its way',
      ],
      [
        'a switch is all there is to a move',
        "if (switched === 'moved') await finishMove(world, from, to.id);",
        '',
        'consent and check-ins stay under an id that nobody has',
      ],
    ],
  ),
  ...of(
    'functions/adapters/moves.ts',
    [MOVE],
    [
      [
        'the switch does not ask for a claim',
        "'revision = :seen AND attribute_not_exists(claim)'",
        "'revision = :seen'",
        'a letter that is on its way comes to both addresses',
      ],
    ],
  ),
  ...of(
    'functions/web/leave-by-link.ts',
    ['test/web/former-links.test.ts', MODEL],
    [
      [
        'a former link ends only what was typed at the old address',
        'endAll(subscribers, link.subscriber.id, {',
        'endAll(subscribers, link.token.id, {',
        'an old letter’s unsubscribe link does nothing, and letters go on',
      ],
      [
        'a former link leaves what was typed at the old address',
        'if (link.subscriber.id !== link.token.id) await',
        'if (link.subscriber.id === link.token.id) await',
        'who left is asked at their old address whether they want letters',
      ],
    ],
  ),
];
