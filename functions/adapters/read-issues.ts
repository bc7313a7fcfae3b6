import type { InNewsletter, Span, Waiting } from '../core/reader/subscriber.ts';
import { aTrue, beyond, listOf, mapIn, mapsIn, optional, required, type Stored } from './stored.ts';
import { aDay, anInstant } from './stored-values.ts';

/** Where somebody is in the newsletter. @throws UnreadableItem */
export function inNewsletterIn(item: Stored): InNewsletter {
  const place = mapIn(item, 'issues');
  const ahead = optional(place, 'ahead', listOf(aDay));
  const alongside = optional(place, 'alongside', aTrue);
  const had = place.fields['had'] === undefined ? undefined : hadIn(mapIn(place, 'had'));
  const paused = place.fields['paused'] === undefined ? undefined : spanIn(mapIn(place, 'paused'));
  const waits = place.fields['waits'] === undefined ? [] : mapsIn(place, 'waits').map(waitingIn);
  return {
    ...beyond(place, ['from', 'ahead', 'alongside', 'waits', 'had', 'paused']),
    from: required(place, 'from', aDay),
    ...(ahead && { ahead }),
    ...(waits.length > 0 && { waits }),
    ...(had && { had }),
    ...(alongside && { alongside }),
    ...(paused && { paused }),
  };
}

function spanIn(item: Stored): Span {
  const from = optional(item, 'from', aDay);
  const until = optional(item, 'until', aDay);
  return { ...beyond(item, ['from', 'until']), ...(from && { from }), ...(until && { until }) };
}

function hadIn(item: Stored) {
  const digest = optional(item, 'digest', aTrue);
  return {
    ...beyond(item, ['on', 'digest']),
    on: required(item, 'on', aDay),
    ...(digest && { digest }),
  };
}

function waitingIn(item: Stored): Waiting {
  const at = optional(item, 'at', anInstant);
  const during = optional(item, 'during', aTrue);
  return {
    ...beyond(item, ['date', 'at', 'during']),
    date: required(item, 'date', aDay),
    ...(at && { at }),
    ...(during && { during }),
  };
}
