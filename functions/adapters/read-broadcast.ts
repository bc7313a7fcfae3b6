import type { Audience, IssueId } from '../core/newsletter.ts';
import { type Broadcast, STAGES, type Started, type Walk } from '../core/sending/broadcast.ts';
import {
  type Attributes,
  aCount,
  aText,
  aTrue,
  beyond,
  itemOf,
  mapIn,
  oneOf,
  optional,
  type Parse,
  required,
  type Stored,
} from './stored.ts';
import { aCourse, aDay, anId, anInstant, anIssue, aTrack, aZone } from './stored-values.ts';

const issueInKey: Parse<IssueId> = (sk) =>
  typeof sk === 'string' ? anIssue(sk.slice('issue#'.length)) : undefined;

/** An issue on its way. @throws UnreadableItem */
export function broadcastIn(fields: Attributes): Broadcast {
  const item = itemOf('issue', fields);
  const id = required(item, 'sk', issueInKey);
  const paused = optional(item, 'paused', aTrue);
  const next = optional(item, 'dueAt', anInstant);
  return {
    id,
    stage: required(item, 'stage', oneOf(STAGES)),
    ...(paused && { paused }),
    ...(next && { next }),
    ...(fields['started'] !== undefined && { started: startedIn(mapIn(item, 'started'), id) }),
  };
}

function startedIn(map: Stored, id: IssueId): Started {
  const at = optional(map, 'at', anInstant);
  const during = optional(map, 'during', aTrue);
  return {
    id,
    date: required(map, 'date', aDay),
    ...(at && { at }),
    audience: audienceIn(mapIn(map, 'audience')),
    ...(during && { during }),
    title: required(map, 'title', aText),
    preheader: required(map, 'preheader', aText),
    startedAt: required(map, 'startedAt', anInstant),
    walk: walkIn(mapIn(map, 'walk')),
  };
}

function audienceIn(map: Stored): Audience {
  const finished = optional(map, 'finished', aCourse);
  const taking = optional(map, 'taking', aCourse);
  const track = optional(map, 'track', aTrack);
  const language = optional(map, 'language', aText);
  return {
    ...(finished && { finished }),
    ...(taking && { taking }),
    ...(track && { track }),
    ...(language && { language }),
  };
}

function walkIn(map: Stored): Walk {
  const behind = map.fields['behind'] === undefined ? undefined : mapIn(map, 'behind');
  return {
    ...beyond(map, ['passes', 'shards', 'behind']),
    passes: required(map, 'passes', aCount),
    shards: required(map, 'shards', aCount),
    ...(behind && {
      behind: { id: required(behind, 'id', anId), zone: required(behind, 'zone', aZone) },
    }),
  };
}
