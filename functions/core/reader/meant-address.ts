import { run } from '@zootools/email-spell-checker';
import { type EmailAddress, parseAddress } from '../address.ts';
import KNOWN from './mail-domains.json' with { type: 'json' };

/** A name this short is a word of its own: `love.com` is nobody's slip for `live.com`. */
const SHORT = 4;

/**
 * What somebody meant who made one slip in the name of a large provider: `gmial.com`, `web.dr`. It knows
 * nothing of who reads here.
 *
 * The checker's own list and measure would ask too often: of `gmx.net` whether it is `cox.net`, of
 * `bmw.de` whether it is `gmx.de` (decision 033). So it gets ours.
 *
 * @returns undefined when nothing looks like a slip
 */
export function meantAddress(typed: EmailAddress): EmailAddress | undefined {
  const found = run({
    email: typed,
    domains: KNOWN,
    distanceFunction: slips,
    domainThreshold: 1,
    secondLevelDomains: [],
    topLevelDomains: [],
  });
  return found && parseAddress(found.full);
}

/** How many slips lead from one domain to a known one; more than enough where its name is short. */
function slips(typed: string, known: string): number {
  const name = nameOf(known);
  if (name.length <= SHORT && nameOf(typed) !== name) return Number.POSITIVE_INFINITY;
  return oneSlip(typed, known) ? 1 : Number.POSITIVE_INFINITY;
}

const nameOf = (domain: string): string => domain.slice(0, domain.indexOf('.'));

/** Whether one letter too many, missing, wrong, or two that changed places make all the difference. */
function oneSlip(one: string, other: string): boolean {
  const start = sharedStart(one, other);
  const [left, right] = [one.slice(start), other.slice(start)];
  const [next = '', after = ''] = left;
  return [
    [left.slice(1), right],
    [left, right.slice(1)],
    [left.slice(1), right.slice(1)],
    [after + next + left.slice(2), right],
  ].some(([mended, whole]) => mended === whole);
}

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}
