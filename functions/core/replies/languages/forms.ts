/** Names of the calendar. Entries are parted by semicolons, what means the same by commas. */
export interface CalendarWords {
  /** January to December. */
  readonly months: string;
  /** Monday to Sunday, one day. */
  readonly weekdays: string;
  /** Monday to Sunday, every one: mondays. Empty entries where the language has no such form. */
  readonly weekdaysEach: string;
  /** Numbers as words, each behind its figure: `1 one, a; 2 two, a couple of`. */
  readonly numbers: string;
  /** Days of the month as words, the same way; figures with {@link ordinal} are known. */
  readonly ordinals: string;
  /** What is written behind a figure to make it a day: `st, nd, rd, th`. */
  readonly ordinal: string;
  /** Words in short that a number follows, behind a full stop: `nr, art`. */
  readonly numbering: string;
  readonly units: Readonly<Record<Unit, string>>;
  readonly holidays: Readonly<Partial<Record<Holiday, string>>>;
  /** Zones by places that are called otherwise than in English, or only here. */
  readonly cities: Readonly<Record<string, string>>;
}

export type Unit = 'day' | 'week' | 'fortnight' | 'month' | 'year';

export type Holiday =
  | 'advent'
  | 'secondAdvent'
  | 'thirdAdvent'
  | 'fourthAdvent'
  | 'christmasEve'
  | 'christmas'
  | 'boxingDay'
  | 'newYearsEve'
  | 'newYear'
  | 'epiphany'
  | 'valentines'
  | 'ashWednesday'
  | 'goodFriday'
  | 'easter'
  | 'easterMonday'
  | 'ascension'
  | 'pentecost'
  | 'whitMonday'
  | 'corpusChristi'
  | 'assumption'
  | 'allSaints'
  | 'thanksgiving'
  | 'stNicholas'
  | 'kingsDay';

/** Ways to name a day or a stretch of days. */
export type DateForm =
  /** Any order of `{weekday}`, `{day}`, `{month}` and `{year}`; a lone `{weekday}` is the next one. */
  | 'day'
  | 'today'
  | 'tomorrow'
  | 'dayAfterTomorrow'
  /** `{weekday}` of the week after this one. */
  | 'nextWeekday'
  /** `{weekday}` a week later than the coming one. */
  | 'weekdayAfterNext'
  | 'thisWeek'
  | 'nextWeek'
  | 'weekend'
  | 'nextWeekend'
  | 'thisMonth'
  | 'nextMonth'
  | 'nextYear'
  | 'endOfWeek'
  /** Of the month that we are in. */
  | 'endOfMonth'
  | 'endOfYear'
  /** `{month}`, all of it; "until March" is until its first day. */
  | 'month'
  | 'startOf'
  | 'middleOf'
  | 'endOf'
  | 'holiday'
  /** The day after `{holiday}` and its kin: "after Easter". */
  | 'afterDate'
  /** `{length}` from now: "in two weeks". */
  | 'in';

/** Ways to say when. */
export type TimeForm =
  /** `{number} {unit}`. */
  | 'length'
  /** A number and a half: `{number} and a half {unit}`. */
  | 'lengthAndHalf'
  | 'halfUnit'
  /** A few weeks, some time in summer: nobody can put it on a calendar. */
  | 'vague'
  /** Until `{date}`: the first day with mail. */
  | 'until'
  /** Through `{date}`: the last day without. */
  | 'through'
  | 'from'
  /** From `{date}` to `{date}`, both without mail. */
  | 'range'
  /** `{day}` to `{day}` of one `{month}`. */
  | 'dayRange'
  /** For `{length}`. */
  | 'for'
  /** For now, until further notice. */
  | 'open'
  /** Back on `{date}`. */
  | 'back'
  /** On `{date}`, in `{month}`, over the weekend: a stretch as such. */
  | 'during'
  /** The rest of the week, month, year. */
  | 'restOfWeek'
  | 'restOfMonth'
  | 'restOfYear';

/** Ways to say a time of day. */
export type ClockForm =
  /** At `{clock}`, `{clock}` o'clock; `{clock}` is 7, 7:30, 7h30, 7pm. */
  | 'at'
  | 'halfPast'
  /** Half an hour before: `halb {clock}`. */
  | 'halfTo'
  | 'quarterPast'
  | 'quarterTo'
  | 'noon'
  | 'midnight'
  /** Behind or before an hour, or by itself. */
  | 'inTheMorning'
  | 'inTheAfternoon'
  | 'inTheEvening'
  | 'atNight';

/** Ways to say how often and on which days. */
export type RhythmForm =
  | 'daily'
  | 'weekdays'
  | 'weekends'
  /** On mondays, every monday; `{each}` is a weekday's every one, a list of them, or `{weekday}`. */
  | 'onDays'
  /** Not on `{each}`, except `{each}`, no mail on `{each}`. */
  | 'notOnDays'
  | 'notOnWeekends'
  | 'everyOtherDay'
  /** `{number}` times a week. */
  | 'perWeek'
  | 'weekly'
  | 'twiceWeekly'
  | 'slower'
  | 'faster'
  /** I moved to `{city}`, my time zone is `{city}`. */
  | 'zone';
