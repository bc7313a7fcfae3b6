import type { CalendarWords, Language } from './language.ts';

export const englishCalendar: CalendarWords = {
  months: `january, jan; february, feb, febuary, feburary; march, mar; april, apr; may; june, jun; july, jul; august, aug; september, sept, sep; october, oct; november, nov; december, dec`,
  weekdays: `monday, mon; tuesday, tue, tues; wednesday, wed, weds, wensday; thursday, thu, thur, thurs; friday, fri; saturday, sat; sunday, sun`,
  weekdaysEach: `mondays; tuesdays; wednesdays; thursdays; fridays; saturdays; sundays`,
  numbers: `1 one, a, an, a single; 2 two, a couple, a couple of, couple of, couple, both; 3 three; 4 four; 5 five; 6 six; 7 seven; 8 eight; 9 nine; 10 ten; 11 eleven; 12 twelve, a dozen; 13 thirteen; 14 fourteen; 15 fifteen; 16 sixteen; 17 seventeen; 18 eighteen; 19 nineteen; 20 twenty; 21 twenty one, twenty-one; 25 twenty five; 30 thirty; 40 forty; 45 forty five; 60 sixty; 90 ninety; 100 hundred, a hundred, one hundred`,
  ordinals: `1 first; 2 second; 3 third; 4 fourth; 5 fifth; 6 sixth; 7 seventh; 8 eighth; 9 ninth; 10 tenth; 11 eleventh; 12 twelfth; 13 thirteenth; 14 fourteenth; 15 fifteenth; 16 sixteenth; 17 seventeenth; 18 eighteenth; 19 nineteenth; 20 twentieth; 21 twenty first; 22 twenty second; 23 twenty third; 24 twenty fourth; 25 twenty fifth; 26 twenty sixth; 27 twenty seventh; 28 twenty eighth; 29 twenty ninth; 30 thirtieth; 31 thirty first`,
  ordinal: 'st, nd, rd, th',
  units: {
    day: 'day, days',
    week: 'week, weeks, wk, wks, sevennight',
    fortnight: 'fortnight, fortnights',
    month: 'month, months, mth, mths',
    year: 'year, years, yr, yrs',
  },
  holidays: {
    christmasEve: 'christmas eve, xmas eve',
    christmas: 'christmas, christmas day, xmas, x-mas, crimbo',
    boxingDay: 'boxing day',
    newYearsEve: "new year's eve, new years eve, nye",
    newYear: "new year, new years, new year's, new year's day, new years day, the new year",
    epiphany: 'epiphany, three kings, three kings day',
    valentines: "valentine's, valentines, valentine's day, valentines day",
    ashWednesday: 'ash wednesday, lent',
    goodFriday: 'good friday',
    easter: 'easter, easter sunday',
    easterMonday: 'easter monday',
    ascension: 'ascension, ascension day',
    pentecost: 'pentecost, whitsun',
    whitMonday: 'whit monday',
    thanksgiving: 'thanksgiving, thanksgiving day, turkey day',
  },
  cities: {
    eastern: 'America/New_York',
    'eastern time': 'America/New_York',
    est: 'America/New_York',
    edt: 'America/New_York',
    'central time': 'America/Chicago',
    'mountain time': 'America/Denver',
    pacific: 'America/Los_Angeles',
    'pacific time': 'America/Los_Angeles',
    pst: 'America/Los_Angeles',
    pdt: 'America/Los_Angeles',
    cet: 'Europe/Berlin',
    gmt: 'Europe/London',
    bst: 'Europe/London',
    ist: 'Asia/Kolkata',
  },
};

export const englishDates: Language['dates'] = {
  day: `[on] [the] {weekday} [the] {day} [of] [{month}] [{year}], [the] {day} [of] {month} [{year}], [{weekday}] {month} [the] {day} [{year}], {weekday} {day} [of] {month} [{year}], {weekday} the {day}, the {day} [of this month|of the month], {figures}, {weekday} {figures}, [this|coming|this coming|the coming] {weekday}`,
  today: 'today',
  tomorrow: 'tomorrow, tomorow, tmrw, tmw',
  dayAfterTomorrow: 'the day after tomorrow, day after tomorrow',
  nextWeekday: 'next {weekday}, {weekday} next week, {weekday} of next week, next week {weekday}',
  weekdayAfterNext:
    '{weekday} week, week on {weekday}, a week (on|from|after) {weekday}, {weekday} after next, [the] {weekday} after {weekday}, the week after {weekday}',
  thisWeek: 'this week',
  nextWeek: 'next week, the coming week, the next week',
  weekend: 'the weekend, this weekend, weekend, the coming weekend, this coming weekend',
  nextWeekend: 'next weekend',
  thisMonth: 'this month',
  nextMonth: 'next month, the coming month',
  nextYear: 'next year, the coming year',
  endOfWeek: 'the end of (the|this) week, end of (the|this) week, end of week',
  endOfMonth: 'the end of (the|this) month, end of (the|this) month, end of month, month end, eom',
  endOfYear:
    "the end of (the|this) year, end of (the|this) year, end of year, year end, year's end, eoy",
  month:
    '[all of|the whole of|the whole month of|the month of|the entire month of|the rest of|rest of] {month} [{year}]',
  startOf:
    '(early|[the] start of|[the] beginning of|the first of|[the] first week of) {month} [{year}]',
  middleOf: '(mid|mid-|[the] middle of) {month} [{year}]',
  endOf: '(late|[the] end of) {month} [{year}]',
  holiday: '{holiday} [{year}], the {holiday}',
  afterDate: 'after [the] {date}, the day after [the] {date}, {date} is over, {date} has passed',
  in: 'in {length}, {length} from (now|today), {length} later, {length} hence, {length} time, in {length} time',
};

export const englishTimes: Language['times'] = {
  length:
    '[another|the next|next|the coming|about|around|like|at least|maybe|roughly|approx|approximately|say|a good] {number} [full|whole|more|entire|solid|extra] {unit}, a [full|whole|whole entire|solid] {unit}, another {unit}, a fortnight',
  lengthAndHalf:
    '{number} and a half {unit}, a {unit} and a half, {number} 1 / 2 {unit}, {number} {unit} and a half',
  halfUnit: 'half a {unit}, a half {unit}',
  vague:
    'a few [more] {unit}, some {unit}, several {unit}, a little [longer] while, (over|during|for|until after|through) the [school] (holidays|holiday season|summer|winter|spring|fall|autumn|break|summer holidays|christmas holidays|winter break|easter holidays|semester|school year), for (the summer|the winter|a season|half term), for a couple, sometime (next|in) {date}, until things (calm down|settle down|settle|get better), until [after] the (birth|wedding|funeral|move|exam|exams|baby comes|baby is born|surgery|operation|holidays|summer|harvest|season|holiday season), until {word} (is|are|feel|feels|gets|get) better, until (summer|winter|spring|autumn|fall|the summer|the spring|the fall)',
  until: "[up] (until|till|untill|til|'til|unti|utill|before) {date}, up to {date}, to {date}",
  through:
    '(through|thru|up to and including|until and including|including) {date}, (until|till|through) {date} inclusive, until {date} included, [up] (until|till) the end of {date}, until {date} is over',
  from: '(from|starting [on|from]|beginning [on]|as of|as from|effective) {date} [on|onward|onwards|forward]',
  range:
    'from {date} (to|until|till|til|through|thru|-) [and including] {date}, between {date} and {date}, {date} (to|until|till|through|thru|-) {date}, (starting|beginning) [on|from] {date} (to|until|till|through|ending) {date}, from {date} until {date}',
  dayRange:
    '[from|between] [the] {day} (to|until|till|through|thru|and|-) [the] {day} [of] {month} [{year}], [from] {month} [the] {day} (to|until|till|through|thru|-) [the] {day} [{year}], from the {day} (to|until|till|through|thru|-) the {day}',
  for: '[for|during|over] {length}, for the next {length}, for the coming {length}',
  open: `for now, for the time being, for the moment, until further notice, till further notice, indefinitely, temporarily, for a while, a while, for a bit, a bit, for some time, for a time, for a little while, for a little bit, for a (short|long) (while|time), until i (say so|say otherwise|tell you|tell you otherwise|let you know|write again|write back|write you|write to you|resume|get back to you|ask|ask again|ask you to resume|come back|return|am back|'m back|am ready|'m ready|feel ready|am ready again|contact you|message you|reach out|say go|give the word|am well again|feel better|am better|say when|call), until you hear from me [again], for an indefinite (time|period), open-ended, with no end date, for the foreseeable future, i'll (let you know|tell you|write|say) when [to (start|resume|continue)|i'm back|i'm ready], i'll write [again] when i'm (back|ready|better), i will let you know when [i'm ready|i'm back|i am ready|i am back], not forever, not for good`,
  back: "[i'm|i am|i'll be|i will be|we're|we'll be|i|will be|be|coming|i come|i get|we get] back [again|home|online] [on|in|by|around|from] {date}, (i return|i'm returning|returning|we return) [on|in|by|around] {date}, back home {date}",
  during:
    '[on|in|at|over|during|through|throughout|around|for|by] {date}, [for|during|over] (the rest|the remainder) of {date}, for (all of|the whole|the entire|the whole of) {date}, [for] {date} only, just [for] {date}',
  restOfWeek: '[for] [the] (rest|remainder) of (the|this) week',
  restOfMonth: '[for] [the] (rest|remainder) of (the|this) month',
  restOfYear: '[for] [the] (rest|remainder) of (the|this) year',
};

export const englishClocks: Language['clocks'] = {
  at: "[at|by|around|about|to|for|near|from|@] {clock}, {clock} o'clock, [at|by|around|about|to|for|@] {clock} [o'clock] [sharp|ish|on the dot], at {clock} hours, {clock} hrs",
  halfPast: '[at|around|to|by] half past {clock}, [at|around] half {clock}, half-past {clock}',
  halfTo: '{nothing}',
  quarterPast: '[at|around|to|by] [a] quarter past {clock}, [a] quarter after {clock}',
  quarterTo:
    '[at|around|to|by] [a] quarter to {clock}, [a] quarter till {clock}, [a] quarter of {clock}',
  noon: '[at|around|to|by] noon, [at|around] midday, [at|around|over] lunch, at lunchtime, lunchtime, at lunch time',
  midnight: '[at|around|to] midnight',
  inTheMorning:
    'in the [early|late] morning, in the mornings, mornings, morning, early morning, a m, am',
  inTheAfternoon: 'in the [early|late] afternoon, in the afternoons, afternoons, afternoon',
  inTheEvening:
    'in the [early|late] evening, in the evenings, evenings, evening, tonight, p m, pm, after work, after dinner',
  atNight: 'at night, nights, at bedtime, before bed, late at night, in the night, night',
};

export const englishRhythms: Language['rhythms'] = {
  daily:
    'every day, everyday, daily, each day, once a day, one a day, seven days a week, 7 days a week, every single day, all days, all seven days, every morning, every evening, every night, each morning',
  weekdays:
    '[only|just] [on] weekdays [only], [on] week days, [on] working days, [on] workdays, [on] business days, {weekday} (to|through|thru|till|until|-) {weekday}, {weekday} to {weekday} only, every weekday, during the [work] week, weekdays',
  weekends:
    '[only|just] [on|at] [the] weekends [only], [only] (on|at|over) the weekend, every weekend, weekends',
  onDays:
    '[only|just] [on] {each} [only], every {each} [only], [only] on {each}, each {each}, {each} only, just {each}',
  notOnDays:
    "(not|never|no|nothing|none|no letters|no emails|no mail|no lessons|except|but not|except for|except on|without|stop sending|skip|skipping|leave out|apart from|other than|don't send) [on|for|the] {each}, every day (but|except|except for|except on|apart from) {each}, not [on] (a|any) {weekday}, (no|skip) {each} [please], {each} off, without [the] {each}, off on {each}, any day but {weekday}, every day but {weekday}, every day except {weekday}",
  notOnWeekends:
    "(not|never|no|nothing|none|no letters|no emails|no mail|no lessons|except|but not|except for|except on|skip|stop sending [them|letters|emails|these]|without|leave out|apart from|don't send [me] [anything|letters|emails|them]) [on|over|at|during] [the] (weekend|weekends), no weekend (letters|emails|mail|lessons), weekends off, every day (but|except) [the|on] weekends, skip weekends, skip the weekends, except [on] saturdays and sundays, not on saturdays (and|or) sundays",
  everyOtherDay:
    'every other day, every second day, every two days, every 2 days, each second day, alternate days, on alternate days, one every two days, one every other day, every couple of days, skip a day in between, with a day in between',
  perWeek:
    '{number} [letters|emails|times|days|lessons|mails|of them|x] (a|per|each|every|/) week, {number} times weekly, {number} [letters|emails|lessons|mails] weekly, {number} days per week, {number} x a week, {number} x per week, {number} x week',
  weekly:
    'once a week, weekly, one a week, once per week, one per week, a weekly (letter|email|one|rhythm|schedule|pace), every week, one letter (a|per|each|every) week, one (email|lesson|mail) (a|per|each|every) week, once weekly, 1x a week, 1 x week, one each week, one every week, a letter a week, an email a week',
  twiceWeekly:
    'twice a week, twice weekly, two a week, twice per week, two times a week, two per week, 2x a week, 2x week, two letters (a|per|each) week, two (emails|lessons) (a|per|each) week, two times per week, a couple a week, a couple times a week',
  slower:
    'slower, slow down, slow it down, slow them down, slow things down, less often, less frequently, fewer, fewer [letters|emails|mails|of these|of them], a slower (pace|rhythm|tempo), at a slower (pace|rhythm), not so often, not so many, not as often, not every day, not daily, too often, too frequent, too fast, too frequently, space them out [more|a bit], space (it|these|things) out, spread (them|it|these) out [more], less [emails|mail|letters|frequent|mails], more slowly, with more time in between, with longer gaps, more space between (them|letters|the letters|emails), a bit slower, a little slower, fewer per week, more time between (letters|them|each|emails), reduce the (frequency|number|pace), cut down on, cut back on, reduce, lower the frequency, cut the frequency, ease off, dial it back, dial back, turn down the frequency',
  faster:
    'faster, more often, more frequently, speed up, speed it up, quicker, a faster (pace|rhythm), too slow, sooner, two a day, twice a day, double speed, speed things up, more at once, all at once, all of them at once, send them all [at once|now]',
  zone: "i [have|'ve|just] [just] moved to {city}, i moved to {city}, we (moved|have moved|'ve moved|are moving|live|are) (to|in) {city}, i'm [now] in {city} [now|time], i am [now] in {city} [now], i live in {city} [now], [i'm|i am] (moving|relocating) to {city}, [my|the] time zone (is|to|changed to|has changed to|should be) {city}, [my|the] timezone (is|to|changed to|should be) {city}, {city} (time|time zone|timezone), to {city} time, in {city} time, i'm on {city} time, relocated to {city}, i'm living in {city} [now], {zone}, time zone {zone}, timezone {zone}, [set] [my] time zone to {zone}, now in {city}, now living in {city}",
};
