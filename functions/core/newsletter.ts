import type { CompiledMail } from './mail/template.ts';
import { type Instant, type LocalDate, localDate, type Zone } from './time.ts';

/** One issue of the newsletter, as the content compiler leaves it in the package. */
export interface Issue {
  readonly id: string;
  readonly date: LocalDate;
  readonly title: string;
  readonly preheader: string;
  readonly mail: CompiledMail;
  /** Html for everybody: no slots, no greeting, no personal links. */
  readonly page: string;
}

/** The issues whose day has come, newest first. Later ones may lie in the package, unseen. */
export function published(issues: readonly Issue[], now: Instant, zone: Zone): readonly Issue[] {
  const today = localDate(now, zone);
  return issues
    .filter(({ date }) => date <= today)
    .sort((one, other) => (one.date < other.date ? 1 : -1));
}
