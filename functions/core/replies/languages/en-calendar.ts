import type { CalendarWords, Language } from './language.ts';

export const englishCalendar: CalendarWords = {
  months: `january, jan, januray, janurary; february, feb, febuary, feburary; march, mar; april, apr; may; june, jun; july, jul; august, aug; september, sept, sep; october, oct; november, nov; december, dec, decemba, decembre, desember`,
  weekdays: `monday, mon; tuesday, tue, tues, tusday, teusday; wednesday, wed, weds, wensday, wendsday, wednsday, wednesay; thursday, thu, thur, thurs, thirsday, thusday; friday, fri; saturday, sat, satday, saterday; sunday, sun`,
  weekdaysEach: `mondays, mons; tuesdays, tues, tusdays; wednesdays, weds, wensdays; thursdays, thurs, thirsdays; fridays, fris; saturdays, sats; sundays, suns`,
  numbers: `1 one, a, an, a single; 2 two, a couple, a couple of, couple of, couple, both; 3 three; 4 four; 5 five; 6 six; 7 seven; 8 eight; 9 nine; 10 ten; 11 eleven; 12 twelve, a dozen; 13 thirteen; 14 fourteen; 15 fifteen; 16 sixteen; 17 seventeen; 18 eighteen; 19 nineteen; 20 twenty; 21 twenty one, twenty-one; 25 twenty five; 30 thirty; 40 forty; 45 forty five; 60 sixty; 90 ninety; 100 hundred, a hundred, one hundred`,
  ordinals: `1 first; 2 second; 3 third; 4 fourth; 5 fifth; 6 sixth; 7 seventh; 8 eighth; 9 ninth; 10 tenth; 11 eleventh; 12 twelfth; 13 thirteenth; 14 fourteenth; 15 fifteenth; 16 sixteenth; 17 seventeenth; 18 eighteenth; 19 nineteenth; 20 twentieth; 21 twenty first; 22 twenty second; 23 twenty third; 24 twenty fourth; 25 twenty fifth; 26 twenty sixth; 27 twenty seventh; 28 twenty eighth; 29 twenty ninth; 30 thirtieth; 31 thirty first`,
  ordinal: 'st, nd, rd, th',
  units: {
    day: 'day, days',
    week: 'week, weeks, wk, wks, weak, weaks, wekk, sennight',
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
    'uk': 'Europe/London',
    'england': 'Europe/London',
    'scotland': 'Europe/London',
    'ireland': 'Europe/Dublin',
    'portugal': 'Europe/Lisbon',
    'spain': 'Europe/Madrid',
    'france': 'Europe/Paris',
    'germany': 'Europe/Berlin',
    'italy': 'Europe/Rome',
    'texas': 'America/Chicago',
    'florida': 'America/New_York',
    'colorado': 'America/Denver',
    'arizona': 'America/Phoenix',
    'oregon': 'America/Los_Angeles',
    'mst': 'America/Denver',
    'mdt': 'America/Denver',
    'cst': 'America/Chicago',
    'cdt': 'America/Chicago',
    'east coast': 'America/New_York',
    'west coast': 'America/Los_Angeles',
    'aest': 'Australia/Sydney',
    'jst': 'Asia/Tokyo',
    'sgt': 'Asia/Singapore',
    'pakistan': 'Asia/Karachi',
    'nigeria': 'Africa/Lagos',
    'kenya': 'Africa/Nairobi',
    'philippines': 'Asia/Manila',
    'thailand': 'Asia/Bangkok',
    'turkey': 'Europe/Istanbul',
    'greece': 'Europe/Athens',
    'poland': 'Europe/Warsaw',
    'alaska': 'America/Anchorage',
    'chicago': 'America/Chicago',
    'utc': 'Europe/London',
    bst: 'Europe/London',
    ist: 'Asia/Kolkata',
  },
};

export const englishDates: Language['dates'] = {
  day: `[on] [the] {weekday} [the] {day} [of] [{month}] [{year}], [the] {day} [of] {month} [{year}], [{weekday}] {month} [the] {day} [{year}], {weekday} {day} [of] {month} [{year}], {weekday} the {day}, the {day} [of this month|of the month], {figures}, {weekday} {figures}, [this|coming|this coming|the coming] {weekday}`,
  today: 'today',
  tomorrow: `tomorrow, tomorow, tmrw, tmw, tmr, tomorro, tommorow, tommorrow, tmrow, the morrow, 2moro, 2morrow`,
  dayAfterTomorrow: 'the day after tomorrow, day after tomorrow',
  nextWeekday: 'next {weekday}, {weekday} next week, {weekday} of next week, next week {weekday}',
  weekdayAfterNext:
    `{weekday} week, week on {weekday}, a week (on|from|after) {weekday}, {weekday} after next, [the] {weekday} after {weekday}, the week after {weekday}, two weeks from {weekday}, a fortnight on {weekday}, {weekday} fortnight, {weekday} week or so`,
  thisWeek: 'this week',
  nextWeek: 'next week, the coming week, the next week',
  weekend: 'the weekend, this weekend, weekend, the coming weekend, this coming weekend',
  nextWeekend: 'next weekend',
  thisMonth: 'this month',
  nextMonth: 'next month, the coming month',
  nextYear: 'next year, the coming year',
  endOfWeek: `the end of (the|this) week, end of (the|this) week, end of week, the weekend starts, week end, the end of the week`,
  endOfMonth: `the end of (the|this) month, end of (the|this) month, end of month, month end, eom, the month is (out|over), the month ends`,
  endOfYear:
    `the end of (the|this) year, end of (the|this) year, end of year, year end, year's end, eoy, [the] end of {year}, the year is (out|over), the year ends`,
  month:
    '[all of|the whole of|the whole month of|the month of|the entire month of|the rest of|rest of] {month} [{year}]',
  startOf:
    `(early|[the] start of|[the] beginning of|the first of|[the] first week of) {month} [{year}], [the] [very] (start|beginning|first|opening|early part) of {month} [{year}], (start|beginning) {month}, first week (of|in) {month}, first of {month}`,
  middleOf: `(mid|mid-|[the] middle of) {month} [{year}], (mid|middle) {month}, the ides of {month}`,
  endOf: `(late|[the] end of) {month} [{year}], end {month}, [the] (last|final|back) (day|days|week|end) of {month} [{year}], month end {month}`,
  holiday: '{holiday} [{year}], the {holiday}',
  afterDate: `after [the] {date}, the day after [the] {date}, {date} is over, {date} has passed, the day following [the] {date}, [the] day after [the] {date}, {date} is (past|done|behind us), {date} (ends|passes), past [the] {date}, {date} has (gone|come and gone|ended)`,
  in: `in {length}, {length} from (now|today), {length} later, {length} hence, {length} time, in {length} time, [about|around|like|maybe|roughly] {length} from (now|today|this day), {length} from this (moment|date), in about {length}, in around {length}, after {length}, within {length}, {length} (later|hence|out)`,
};

export const englishTimes: Language['times'] = {
  length:
    '[another|the next|next|the coming|about|around|like|at least|maybe|roughly|approx|approximately|say|a good] {number} [full|whole|more|entire|solid|extra] {unit}, a [full|whole|whole entire|solid] {unit}, another {unit}, a fortnight',
  lengthAndHalf:
    '{number} and a half {unit}, a {unit} and a half, {number} 1 / 2 {unit}, {number} {unit} and a half',
  halfUnit: `half a {unit}, a half {unit}, half the {unit}, another half {unit}`,
  vague:
    `a few [more] {unit}, some {unit}, several {unit}, a little [longer] while, (over|during|for|until after|through) the [school] (holidays|holiday season|summer|winter|spring|fall|autumn|break|summer holidays|christmas holidays|winter break|easter holidays|semester|school year), for (the summer|the winter|a season|half term), for a couple, sometime (next|in) {date}, until things (calm down|settle down|settle|get better), until [after] the (birth|wedding|funeral|move|exam|exams|baby comes|baby is born|surgery|operation|holidays|summer|harvest|season|holiday season), until {word} (is|are|feel|feels|gets|get) better, until (summer|winter|spring|autumn|fall|the summer|the spring|the fall), {number} (to|or) {number} {unit}, a (couple|few) [of] {unit} or (so|more|three), until (deer|hunting|planting|harvest|calving|lambing|tax|exam|holiday|football|cricket|rainy) season's over, (till|til|until|after) the (holidays|summer|winter|spring|fall|autumn|baby|new term|term|semester|season|wedding|funeral|move|exams|exam|operation|surgery|harvest) [is over|are over|ends|starts|begins], till (things|life|work|it all|it|school|uni) (calms|calm|settles|settle|slows|slow|quiets|gets|starts|ends|finishes) [down|better|easier|quieter], until (work|life|it all|school|uni|everything) (calms|calm|settles|settle|slows|slow|quiets|gets|starts|ends|finishes) [down|better|easier|quieter], until the pass opens, until they have gone, till they have gone, until they leave, till they leave, for (however long|as long as) (it takes|needed|that takes)`,
  until: `[up] (until|till|untill|til|'til|unti|utill|before) {date}, up to {date}, to {date}, (until|till|til|'til|untill|unti|utill|untl|intil|util) [about|around|at least|at the earliest|maybe|say|just|after|like|on|the morning of|the day of|then] {date}, (till|til|until|'til) (i'm|i am|im|we're|we are|i get|i come|we get|we come) [back|home|back home|home again|here again] [on|in|at] {date}, not before {date}, no earlier than {date}, not until {date}, nothing (before|until|till|til) {date}, none (before|until|till|til) {date}, [up] to [the] {date}, (ending|ends|end|finishing|stopping) [on|at] {date}`,
  through:
    `(through|thru|up to and including|until and including|including) {date}, (until|till|through) {date} inclusive, until {date} included, [up] (until|till) the end of {date}, until {date} is over, (through|thru|thro|throughout) [to|until|till] [and including] {date}, (until|till|til) and including {date}, (until|till|til) (end of|the close of|after) {date}, up to and including {date}, the whole way to {date}, {date} (included|inclusive)`,
  from: `(from|starting [on|from]|beginning [on]|as of|as from|effective) {date} [on|onward|onwards|forward], (commencing|commence|starting|beginning|start|begin|effective|from|as of|as from) [on|from|with|as of] {date} [on|onward|onwards|forward|and on|or so], from {date} (on|onwards|onward) [and]`,
  range:
    `from {date} (to|until|till|til|through|thru|-) [and including] {date}, between {date} (to|until|till|through|thru|-) {date}, (starting|beginning) [on|from] {date} (to|until|till|through|ending) {date}, from {date} until {date}, (from|between|starting|beginning|commencing) [on|from] {date} (to|until|till|til|through|thru|thro|up to|up till|up until|and|ending|ending on|-) [and including] {date} [inclusive|included], {date} (to|until|till|til|through|thru|up to|up until|-) {date} [inclusive|included]`,
  dayRange:
    `[from|between] [the] {day} (to|until|till|through|thru|and|-) [the] {day} [of] {month} [{year}], [from] {month} [the] {day} (to|until|till|through|thru|-) [the] {day} [{year}], from the {day} (to|until|till|through|thru|-) the {day}, [from|between] [the] {day} (to|until|till|til|through|thru|up to|and|-) [the] {day} [of] {month} [{year}] [inclusive], [from|between] {month} [the] {day} (to|until|till|til|through|thru|up to|and|-) [the] {day} [{year}] [inclusive], (from|between) the {day} (to|until|till|til|through|thru|up to|and|-) the {day} [inclusive]`,
  for: `[for|during|over] {length}, for the next {length}, for the coming {length}, [for] {length} (please|starting now|from today|from now|starting today|beginning now|beginning today), for [about|around|like|maybe|at least|just|only|another|the next|the coming|a good|up to|these] {length}, for the (space|duration) of {length}, the next {length}, the coming {length}, over the next {length}, within the next {length}, {length} long, lasting {length}`,
  open: `for now, for the time being, for the moment, until further notice, till further notice, indefinitely, temporarily, for a while, a while, for a bit, a bit, for some time, for a time, for a little while, for a little bit, for a (short|long) (while|time), until i (say so|say otherwise|tell you|tell you otherwise|let you know|write again|write back|write you|write to you|resume|get back to you|ask|ask again|ask you to resume|come back|return|am back|'m back|am ready|'m ready|feel ready|am ready again|contact you|message you|reach out|say go|give the word|am well again|feel better|am better|say when|call), until you hear from me [again], for an indefinite (time|period), open-ended, with no end date, for the foreseeable future, i'll (let you know|tell you|write|say) when (to (start|resume|continue)|i'm back|i'm ready), i'll write [again] when i'm (back|ready|better), i will let you know when (i'm ready|i'm back|i am ready|i am back), not forever, not for good, i'll tell you when, i will tell you when, il tell you when, ill tell you when, (till|til|until|'til) (i|we) (say so|say otherwise|say|tell you|tell you otherwise|let you know|write|write again|write back|write you|write to you|resume|get back to you|ask|ask again|come back|come home|return|get back|am back|'m back|are back|'re back|am ready|'m ready|feel ready|contact you|message you|reach out|say go|give the word|say when|call|get home|shout|holler|give you a shout|tell you to start|can|feel like it|feel better|have time|have more time|have time again|am able|find time) [again], (till|til|until) further (notice|word|instructions|orders), until (told|notified|advised) otherwise, unless i (say|tell you) otherwise, for the (present|moment|time being|foreseeable), for (awhile|a wee while|a good while|a bit longer|some while|a spell|a stretch|an indefinite time|quite a while|quite some time), awhile, a wee while, am small, small small, for now please, for the now, the now, temporary, on a temporary basis, with no end date, no end date, open ended, without end date, (no idea|don't know|i don't know|not sure|unsure|i'm not sure|dunno|i have no idea|i've no idea|idk) [yet] [for] (how long|when i'll be back|when i'm back|until when|till when|when i return|when), generally with liberty to restore, sine die, i'll (write|be in touch|get in touch|reach out|let you know|tell you|come back|message|email|contact you|shout|ping you|holler) [again|you|back] (when|once|as soon as|if) (i'm|i am|i can|i|i feel|we're|we are|things are|it's) [able|ready|back|better|home|done|able to|again|feel like it|well|over|can|ready again|back again|quiet] [again], i will (write|be in touch|get in touch|reach out|let you know|tell you|come back|message|email|contact you) [again|you|back] (when|once|as soon as|if) (i'm|i am|i can|i|i feel|we're|we are|things are|it's) [able|ready|back|better|home|done|able to|again|feel like it|well|over|can|ready again|back again|quiet] [again], il (tell|let) you [know] when [i'm ready|i'm back], maybe forever, who knows how long`,
  back: `[i'm|i am|i'll be|i will be|we're|we'll be|i|will be|be|coming|i come|i get|we get] back [again|home|online] [on|in|by|around|from] {date}, (i return|i'm returning|returning|we return) [on|in|by|around] {date}, back home {date}, [i'm|i am|im|i'll be|i will be|ill be|we're|we are|we'll be|we will be|i shall be|will be|i come|we come|i get|we get|coming|getting|arriving] (back|home|returning|available|online|in the office|at my desk|at work|reachable|contactable|here) [home|again|home again|at work|in the office|at my desk|online|in town|with you] [on|in|by|around|from|as of|at|only on|only] {date}, (i|we|i'll|i will|we'll|we will|i'm|we're|will|i shall|and) (return|be returning|returning|come back|be coming back|coming back|come home|get back|get home|fly back|fly home|land|land back) [home|to work|to the office] [on|in|by|around|only on] {date}, [my|our|the] return [is|date is|will be] [on] {date}, returning [to the office] [on] {date}, return on {date}, i'll be able to (read|answer|reply) [again] [on|from|after] {date}`,
  during:
    `[on|in|at|over|during|through|throughout|around|for|by] {date}, [for|during|over] (the rest|the remainder) of {date}, for (all of|the whole|the entire|the whole of) {date}, [for] {date} only, just [for] {date}, [on|in|at|over|during|through|throughout|around|for] (all|all of|the whole [of]|the entire|the whole week of|the week of|the month of|the weekend of|most of) {date}, all {date}, for {date}`,
  restOfWeek: '[for] [the] (rest|remainder) of (the|this) week',
  restOfMonth: `[for] [the] (rest|remainder) of (the|this) month, the whole month, all month, this whole month, the entire month`,
  restOfYear: `[for] [the] (rest|remainder) of (the|this) year, what's left of the year, what is left of the year, all year`,
};

export const englishClocks: Language['clocks'] = {
  at: `[at|by|around|about|to|for|near|from|@] {clock}, {clock} o'clock, [at|by|around|about|to|for|@] {clock} [o'clock] [sharp|ish|on the dot], at {clock} hours, {clock} hrs, (at|by|around|about|to|for|near|from|after|say|like|@|round) [about|around|like] {clock} [o clock|o'clock|hours|hrs|h|sharp|ish|on the dot|or so|please|exactly|instead], {clock} (o clock|oclock|o'clock|hours|hrs|ish|sharp) [ish|sharp|please], [at] {clock} [and] 0 0, make it {clock}`,
  halfPast: `[at|around|to|by] half past {clock}, [at|around] half {clock}, half-past {clock}, [at|around|to|by|about|say] {clock} thirty, [at|around|to|by] half past [of] {clock}, [at|around|to|by] (half|haf) {clock}, half after {clock}`,
  halfTo: '{nothing}',
  quarterPast: `[at|around|to|by] [a] quarter past {clock}, [a] quarter after {clock}, [at|around|to|by] {clock} fifteen, [at|around|to|by] [a] quarter past {clock}`,
  quarterTo:
    '[at|around|to|by] [a] quarter to {clock}, [a] quarter till {clock}, [a] quarter of {clock}',
  noon: `[at|around|to|by] noon, [at|around] midday, [at|around|over] lunch, at lunchtime, lunchtime, at lunch time, high noon, 12 noon, twelve noon, [at|around|over|during|for|to] (lunch|lunchtime|lunch time|noontime|midday|mid day|noonday|my lunch|my lunch break|the lunch break), lunch please`,
  midnight: `[at|around|to] midnight, 12 midnight, twelve midnight, the stroke of midnight`,
  inTheMorning:
    `in the [early|late] morning, in the mornings, mornings, morning, early morning, a m, am, in the moring, in the mornin, of the morning, of morning, [early|first thing|late] in the morning, first thing [in the morning], at breakfast time, at dawn, at sunrise, (early|late) mornings, every morning, each morning, with breakfast, ante meridiem`,
  inTheAfternoon: `in the [early|late] afternoon, in the afternoons, afternoons, afternoon, of the afternoon, [early|late|mid] afternoon, every afternoon, each afternoon, mid-afternoon, in the arvo, arvo, after lunch, after school, at tea time, teatime, tea time`,
  inTheEvening:
    `in the [early|late] evening, in the evenings, evenings, evening, tonight, p m, pm, after work, after dinner, of the evening, [early|late] evening, every evening, each evening, at dinner time, dinnertime, dinner time, after supper, after tea, at suppertime, at dusk, at sunset, in the eve, eves, in the evenin`,
  atNight: `at night, nights, at bedtime, before bed, late at night, in the night, night, of the night, at nite, nite, in the nite, every night, each night, nighttime, at night time, at nighttime, late night, late at nite, when the kids are asleep, after the kids are asleep`,
};

export const englishRhythms: Language['rhythms'] = {
  daily:
    `every day, everyday, daily, each day, once a day, one a day, seven days a week, 7 days a week, every single day, all days, all seven days, every morning, every evening, every night, each morning, (to|back to|put back to|go back to) (every day|daily), every [single] day [please|again], each and every day, once daily, once per day, one per day, one each day, one every day, 7 days, all week, everyday please, all 7 days, all days of the week, mondays to sundays, monday to sunday, mon to sun, on a daily basis, seven a week, 7 a week, daily ones, on all days`,
  weekdays:
    `[only|just] [on] weekdays [only], [on] week days, [on] working days, [on] workdays, [on] business days, {weekday} (to|through|thru|till|until|-) {weekday}, {weekday} to {weekday} only, every weekday, during the [work] week, weekdays, [to] [only|just] [on] (week days|weekdays|workdays|work days|working days|business days|school days|workweek|weak days) [only|please|thereafter|thanks], [from|to|only|just] {weekday} (to|through|thru|thro|till|until|til|-) {weekday} [only|please], during the week [only|please], (five|5) days a week, (five|5) (a|per) week, on workdays [only], mon-fri, m-f, mf, {weekday} - {weekday}, only during the (week|workweek|work week), not [on] (saturday|saturdays|sat) (or|and|nor) (sunday|sundays|sun), every (workday|working day|business day)`,
  weekends:
    `[only|just] [on|at] [the] weekends [only], [only] (on|at|over) the weekend, every weekend, weekends, [to] [only|just] [on|at|for|over] [the] (weekend|weekends|week ends) [only|please|thanks], saturday and sunday only, only [on] saturday and sunday, on the weekend, at the weekend`,
  onDays:
    `[only|just] [on] {each} [only], every {each} [only], [only] on {each}, each {each}, {each} only, just {each}, [to] [only|just|maybe|say|like|mainly|always] [on|for] [a|the] {each} [only|please|instead|thanks|is enough|would do|is fine], (one|once|a letter|an email) [on] {weekday} and (one|once|a letter|an email|another) [on] {weekday}, every {each} [only|please], [to] [only|just] [on] a {weekday}, (only|just|only on|just on|every|each|once every|one every|one each|on a|once a week on|weekly on|one a week on|once weekly on) {weekday} [only|please|mornings|evenings|nights|afternoons], {weekday} (mornings|evenings|nights|afternoons|is enough|only), [to] {weekday} and {weekday} [only|please], (once|twice|three times|two|three|one) [times] a week [on] {each}, (one|two|three) [on] {each}`,
  notOnDays:
    `(not|never|no|nothing|none|no letters|no emails|no mail|no lessons|except|but not|except for|except on|without|stop sending|skip|skipping|leave out|apart from|other than|don't send) [on|for|the] {each}, every day (but|except|except for|except on|apart from) {each}, not [on] (a|any) {weekday}, (no|skip) {each} [please], {each} off, without [the] {each}, off on {each}, any day but {weekday}, every day but {weekday}, every day except {weekday}, [please] (not|never|no|nothing|none|no letters|no emails|no mail|no lessons|no deliveries|no letter|no email|without|except|but not|except for|except on|don't send|don't send on|please don't send on|do not send on|dont send on|stop sending on|nothing on|none on|anything but|anything except|skip|leave out|omit|bar|barring|excluding|save|save for|minus|apart from|other than) [any|them|me|letters|emails|it|these] [on|for|the] {each} [please|though|anymore|off], every day (but|bar|save|excluding|minus|barring) {each}, any day (but|except) {each}, all days (but|except|except for|bar) {each}, all but {each}, (never|not ever|except|except on|every day but|every day except|not) [on] (a|any|every) {weekday} [please], (never|not ever) [on] {weekday}, {each} off [please], (don't|dont|do not) (want|need|read) [them|letters|emails|anything|it|mail] [on] {each}, i'd like {each} off, i want {each} off`,
  notOnWeekends:
    `(not|never|no|nothing|none|no letters|no emails|no mail|no lessons|except|but not|except for|except on|skip|stop sending [them|letters|emails|these]|without|leave out|apart from|don't send [me] [anything|letters|emails|them]) [on|over|at|during] [the] (weekend|weekends), no weekend (letters|emails|mail|lessons), weekends off, every day (but|except) [the|on] weekends, skip weekends, skip the weekends, except [on] saturdays and sundays, not on saturdays (and|or) sundays, [please] (not|never|no|nothing|none|no letters|no emails|no mail|no lessons|no deliveries|but not|except|except for|except on|skip|without|nothing on|none on|don't send on|don't send|dont send|do not send|do not send on|stop sending on|leave out|omit|excluding) [any|them|me|letters|emails|it|these|mail] [on|over|at|during|for] [the] (weekend|weekends|week ends|week-ends) [please|off], (weekends|weekend) off [please], free weekends, weekends free, (keep|leave) [the|my] weekends free, not at weekends, not on the weekend, not on weekends, no weekends, weekdays not weekends, i'd like (weekends|the weekend) off, i want (weekends|the weekend) off`,
  everyOtherDay:
    `every other day, every second day, every two days, every 2 days, each second day, alternate days, on alternate days, one every two days, one every other day, every couple of days, skip a day in between, with a day in between, [to|only|just|maybe|say] every (other|second|2nd|alternate|two|2) (day|days) [please|instead|only], on every (other|second) day, one day on one day off, day on day off, each other day, every 48 hours, one every (two|2|second|other) (day|days), every other [one|morning|evening|night], one [letter|email|lesson] every (other|second|two) (day|days)`,
  perWeek:
    `{number} [letters|emails|times|days|lessons|mails|of them|x] (a|per|each|every|/) week, {number} times weekly, {number} [letters|emails|lessons|mails] weekly, {number} days per week, {number} x a week, {number} x per week, {number} x week, [to|only|just|maybe|say|about|like|max|no more than|not more than|at most|max of|down to|up to] {number} [letters|emails|times|time|days|lessons|mails|of them|x|ones|of these|mail|max|only|please] [only] (a|per|each|every|in a|for a|in one|for one|by|the|for|in|in the|/) (week|weak|wk), [only] {number} (times|time|days|x) (in|for|by|of) [a|the|one|each|every] week, {number} (a|per) (wk|week|weak) [max|please|tops|only|is plenty|is enough|would be plenty]`,
  weekly:
    `once a week, weekly, one a week, once per week, one per week, a weekly (letter|email|one|rhythm|schedule|pace), every week, one letter (a|per|each|every) week, one (email|lesson|mail) (a|per|each|every) week, once weekly, 1x a week, 1 x week, one each week, one every week, a letter a week, an email a week, [to|only|just|maybe|say|max|the] (once|one|a letter|an email|one letter|one email|one lesson|1|one time|1 time|1x) [only] (a|per|each|every|in a|for a|in one|for one|by|the) (week|weak|wk) [only|please|max|instead], only the once a week, the once a week, on a weekly basis, weekly [only|please|instead], to weekly, only weekly, just weekly, a week apart, weekly ones, 1 per week, 1 a week, once in a week, once every (week|seven days|7 days), every seven days, every 7 days, 52 a year`,
  twiceWeekly:
    `twice a week, twice weekly, two a week, twice per week, two times a week, two per week, 2x a week, 2x week, two letters (a|per|each) week, two (emails|lessons) (a|per|each) week, two times per week, a couple a week, a couple times a week, [to|only|just|maybe|say|max|the|no more than|not more than] (twice|two|2|two times|2 times|a couple of|a couple|two letters|two emails|two lessons|two of them|two of these|2x|two days) [only] (a|per|each|every|in a|in|for a|by|the) (week|weak|wk) [only|please|max|instead], twice-weekly, two times for one week, semi weekly, semi-weekly, 2 per week, 2 a week, couple a week`,
  slower:
    `slower, slow down, slow it down, slow them down, slow things down, less often, less frequently, fewer, fewer [letters|emails|mails|of these|of them], a slower (pace|rhythm|tempo), at a slower (pace|rhythm), not so often, not so many, not as often, not every day, not daily, too often, too frequent, too fast, too frequently, space them out [more|a bit], space (it|these|things) out, spread (them|it|these) out [more], less [emails|mail|letters|frequent|mails], more slowly, with more time in between, with longer gaps, more space between (them|letters|the letters|emails), a bit slower, a little slower, fewer per week, more time between (letters|them|each|emails), reduce the (frequency|number|pace), cut down on, cut back on, reduce, lower the frequency, cut the frequency, ease off, dial it back, dial back, turn down the frequency, slower [please|too|pace], (slow|space|spread|stretch|thin) [it|them|these|things|this|the letters|the emails|everything] (down|out) [a bit|a little|a little bit|some|a tad|more|please|for me], slow down [a bit|a little|some|a tad|the letters|the pace|the emails], (a bit|a little|a tad|much|way|some|even) (slower|less|fewer|less often|less frequent|less frequently|more slowly|more spaced out|further apart), less [of (them|these|it)|often|frequently|frequent|letters|emails|mails|please], fewer [of (them|these|it)|letters|emails|mails|lessons|messages|please|pls|days], less often [please], not [so|as|that|too|quite so|every] (often|many|much|frequent|frequently|fast|day|daily|quick|quickly|single day), (knock|dial|cut|scale|tone|turn|wind|ease|throttle) [it|them|things|the (emails|letters|volume|frequency)] (down|back) [a bit|a little|a notch|some], (knock it off|enough|stop) with the daily, unhurried, at an unhurried pace, whatever pace you would call unhurried, more time between [letters|them|emails|lessons], (further|farther) apart, more spread out, more spaced out, more gap between [them|letters], longer between [them|letters], longer (gaps|intervals|pauses) between [them|letters], a (gentler|gentle|slow|calmer|relaxed|leisurely) (pace|rhythm|schedule), at a (gentler|gentle|slow|calmer|relaxed|leisurely) pace, take it slower, go slower, lower (the|my) (frequency|volume), reduce [the] (frequency|volume|amount|number) [of (emails|letters|mails)], ease (up|off) [on (the|these) (letters|emails|mails)], tone it down, go easy, fewer and further between, a lower frequency, lower frequency, less frequency, once in a while, now and then, from time to time, occasionally, every few days, every three days, every couple of days, every third day, every 3 days, every two weeks, every fortnight, fortnightly, once a month, monthly, biweekly, bi-weekly, every other week, once a fortnight, every 2 weeks, every second week`,
  faster:
    `faster, more often, more frequently, speed up, speed it up, quicker, a faster (pace|rhythm), too slow, sooner, two a day, twice a day, double speed, speed things up, more at once, all at once, all of them at once, send them all [at once|now], [a bit|a little|a tad|much|way|some|even] (faster|quicker|more often|more frequent|more frequently|sooner), speed [it|them|this|things|these|the letters|the course|the pace] up [a bit|a little|please|for me], speed up [the letters|the course|the pace|please], pick up the pace, up the pace, (double|increase|up|raise) (the|my) (pace|speed|frequency|number|dose), more than one a day, more than one, two per day, twice daily, two letters a day, 2 a day, three a day, several a day, several at once, the rest [all|now] at once, all [of them|the letters|the rest] (at once|now|today|in one go), too slow more, quicker please, faster please, binge [them|read them]`,
  zone: `i [have|'ve|just] [just] moved to {city}, i moved to {city}, we (moved|have moved|'ve moved|are moving|live|are) (to|in) {city}, i'm [now] in {city} [now|time], i am [now] in {city} [now], i live in {city} [now], [i'm|i am] (moving|relocating) to {city}, [my|the] time zone (is|to|changed to|has changed to|should be) {city}, [my|the] timezone (is|to|changed to|should be) {city}, {city} (time|time zone|timezone), to {city} time, in {city} time, i'm on {city} time, relocated to {city}, i'm living in {city} [now], {zone}, time zone {zone}, timezone {zone}, [set] [my] time zone to {zone}, now in {city}, now living in {city}, (i|we|i've|we've|i have|we have) [just|recently|now] (moved|relocated|emigrated) [back|over|out|down|up] (to|in) {city} [now|for good], (since|as|because|now that) (i|we) (am|are|have|'ve|'m|'re) [now] (moved|in|living in|back in|relocated to) [in|to|back in] {city} [back|now|again], moved [back|over|out|down|up] to {city} [now|last week|over the weekend|this week|last month], [i|we] (live|lives|am living|'m living|are living|are based|am based|'m based) in {city} [now|these days], (im|i'm|i am|we're|we are) [now|back|living|based|currently] in {city} [now|not {city}|these days], [i'm|i am|im|we're|we are|now] on {city} time [now], [on|in|to|at|by] {city} (time|time zone|timezone|tz) [please|now|not {city}|instead], {city} not {city}, (my|the|our) (time zone|timezone|zone|tz|time) (is|is now|has changed to|changed to|should be|became|changed|to|now is) {city} [now|time], (set|change|switch|update|adjust) (my|the) (time zone|timezone|zone|tz) to {city}, we live in {city} now`,
};
