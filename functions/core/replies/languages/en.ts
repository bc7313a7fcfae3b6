import type { Language } from './language.ts';

const MAIL =
  '(email|emails|e-mail|e-mails|mail|mails|mailings|messages|letters|lessons|newsletters|updates|notifications|sendings|installments)';
const ONE = '(email|e-mail|mail|message|letter|lesson|one|part|chapter|installment)';
const THE =
  '(the|these|those|your|my|this|all|all the|all your|all these|all of these|all of your|any of these|further|future|any|any more|any further|more|such)';
const DAILY =
  '(daily|morning|course|email|little|lovely|weekly|drip|kindling|closer|love|relationship|other|new|next|beautiful)';
const UNSUB =
  '(unsubscribe|unsubscribing|unsubscribed|unsub|un-subscribe|un subscribe|unsuscribe|unsubcribe|unscribe|unsubscibe|unsubsribe|desubscribe)';

export const en: Language = {
  code: 'en',
  numeric: 'ask',
  parts: {
    greeting: `hi [there], hello [there], hey [there], hiya, howdy, heya, yo, (good|happy) (morning|afternoon|evening|day), morning,
      dear (all|team|friends|friend|author|sir|madam|sirs|sir or madam|sir / madam|writer|closer|kindling|you), hi (all|team|folks|guys|both|everyone|again|y'all), hello (all|team|folks|again),
      to whom it may concern, greetings, g'day`,
    courtesy: `please, pls, plz, plse, pleas, kindly, pretty please, if you please, thanks [so much|very much|a lot|a million|a bunch|a ton|again|in advance|anyway|everyone|kindly], thank you [so much|very much|again|in advance|kindly|anyway],
      thank you (for everything|for all you do|for your help|for your time|for your work|for understanding|for your understanding|for the (letters|emails|course|lessons)|for your (letters|emails|course|lessons)|for writing|for reading),
      thanks for (everything|all you do|your help|your time|your work|understanding|your understanding|the (letters|emails|course|lessons)|your (letters|emails|course|lessons)|writing|reading), thx, ty, tysm, tnx, thnx, ta, cheers, many thanks, much appreciated, appreciate it, appreciated, i appreciate it, i'd appreciate it, much obliged, bless you, god bless,
      sorry [about that|for the trouble|to bother you|to trouble you|for the bother], apologies, i'm sorry, i am sorry, so sorry, my apologies, excuse me, ok, okay, okey, k, yes, yeah, yep, yup, alright, all right, right, well, oh, um, uh, umm, hmm, ah, er, erm, look, listen, great, perfect, wonderful, lovely, fine, good, cool, no problem, no worries, no offense, no offence, no hard feelings, nothing personal,
      have a (nice|good|great|lovely|wonderful|blessed) (day|evening|week|weekend|one), take care, all good, that's all, that is all, that would be great, that would be (lovely|wonderful|nice|perfect|best), would be (great|lovely|nice|good), if possible, if that's ok, if that is ok, if that's okay, if that's possible, if it's possible, if you can, if you could, if you don't mind, if you would, if i may, whenever you can, when you get a chance, when you can, at your convenience, it's nothing personal, quick (question|request|note|one), one (question|request|thing|favor), just a (request|note|quick request), a (small|little|quick) (request|favor|favour|question), would you be so kind, be so kind, happy (holidays|new year|thanksgiving|easter), merry christmas, see you [then|soon], talk soon, until then, lol, haha, :), :-), ;), :(, xx, x, xo, xoxo`,
    farewell: `best, best (regards|wishes), all the best, regards, kind regards, warm regards, warmly, warm wishes, kindest regards, sincerely, yours [sincerely|truly|faithfully], yours, respectfully, love, lots of love, much love, with love, with (gratitude|thanks|kind regards|best wishes), gratefully, cordially, cheers, take care, thanks, thank you, blessings, peace, hugs, bye [for now], goodbye`,
    soft: `now, right now, right away, immediately, at once, today, asap, as soon as (possible|you can), straight away, straightaway, effective immediately, with immediate effect, already, from now on, from here on [out|in], going forward, moving forward, in [the] future, in the future, anymore, any more, any longer, ever again, ever, forever, for good, permanently, completely, entirely, altogether, fully, totally, at all, just, simply, actually, really, maybe, perhaps, only, too, also, instead, as well, for me, on my end, if anything, honestly, frankly, basically, once and for all, period, full stop, again and again, straight, for real, then, here, this (morning|evening|afternoon), at this (time|point), at present, at the moment, for a change, quickly, quick, finally, altogether, myself, and all, please and thank you, to be honest, tbh, in that case`,
    and: 'and, so, because, cause, cuz, coz, since, as, then, and then, and also, also, plus, &, after that, afterwards, and please, and so, so please, therefore, thus',
    or: 'or, or else, either, alternatively, or maybe, or at least, or rather, or just',
    but: 'but, except, although, though, however, unless, only if, but please, yet, still, otherwise, while',

    wish: `i would like to, i'd like to, id like to, i would love to, i'd love to, i want to, i wanna, i wish to, i need to, i gotta, i have to, i must, i would prefer to, i'd prefer to, i prefer to, i would rather, i'd rather, i rather, i have decided to, i've decided to, i decided to, may i, might i, can i [just], could i [just], can we, could we, i'm asking to, i am asking to, i am writing to, i'm writing to, i'm going to, i am going to, i think i'd like to, i think i need to, i think i want to, i think i will, i think i'll, i'll, i will, let me, lemme, we would like to, we'd like to, we want to, we need to, we'd prefer to, we have decided to, would it be (possible|ok|okay|alright) (to|if i), is it (possible|ok|okay|alright) (to|if i), is there a way to, is there any way (to|i can|i could), is there any chance (i can|i could|of), any chance (i can|i could|of|you could|you can), any way to, it's time to, it is time to, time to, ready to, i'm ready to, i am ready to, i feel i need to, i would appreciate it if i could, my wish is to, i hereby, i request to, i request that you, i am requesting to, i'm looking to, looking to, i'm trying to, i would like, i'd like, id like, i want, i need, i wish for, i request, i am requesting, i would love, i'd love, i'd appreciate, can i (have|get), could i (have|get), may i (have|get), we need, we want, we'd like, need, want, would like, requesting, i could use, i could do with, i'm going on, i'd prefer, i would prefer, i prefer, prefer, we'd prefer`,
    demand: `can you, could you, would you, will you, can u, could u, would u, can ya, can y'all, could y'all, you can, you could, you may, can we, u can, can you just, could you just, would you mind, do you mind, do, go ahead and, feel free to, make sure to, be sure to, i want you to, i need you to, i'd like you to, i would like you to, i ask you to, i'm asking you to, i am asking you to, i beg you to, i must ask you to, i request that you, i would appreciate it if you could, i'd appreciate it if you could, i'd be grateful if you could, i would be grateful if you could, i would be grateful if you would, i'd appreciate you, would you be able to, are you able to, is it possible for you to, could someone, can someone, can somebody, could somebody, somebody, someone, have someone, let's, lets, try to, just, help me, you have permission to, is it possible to have, is it ok if you, any chance you could, any chance you can, i would ask you to, i'd ask you to, i would ask that you, i ask that you`,
    howTo: `how (do|can|could|should|would|might) (i|we|one|you), how to, how do i go about, where (do|can|could|should) (i|we), where is the (link|button) to, where's the (link|button) to, what do i (do|need to do|have to do) to, what must i do to, tell me how to, show me how to, let me know how to, is there a (link|button) to, i (can't|cannot|can not|couldn't|could not|don't|do not|didn't) (find|see|know|figure out) (how|where|the way|the link|a link|a way|the button) to, i don't know how to, i can't seem to, how does one, what is the way to, what's the way to, how would i go about`,
    refuse: `i (don't|dont|do not|don t|no longer|really don't|don't really|just don't) (want|wish|need|care for|care to), i (don't|dont|do not|no longer) (want|wish|need|care) to, i no longer (want|wish|care|need) (to|for), i would like no, i'd like no, i want no, i don't (feel like|like), i'm not interested in, i am not interested in, i'm no longer interested in, i am no longer interested in, not interested in, no longer interested in, i'd rather not, i would rather not, i prefer not to, i'd prefer not to, i would prefer not to, i'd rather you didn't, i do not wish, i don't wish, i never wanted, i wish no longer to, i'm done with, i am done with, done with, i've had enough of, i have had enough of, had enough of, enough of, i'm through with, we don't want [to], we do not want [to], we no longer want [to], we no longer wish [to], don't want [to], do not want [to], no longer want [to], no longer wish [to], no longer need, don't need, do not need`,
    no: `no, not, no more, don't, dont, do not, don t, never, nothing, none, no further, no longer, not any, not any more, no other, zero, without, nothing more, not want, never again, (please|pls) (don't|dont|do not)`,
    more: 'more, any more, anymore, any further, any other, another, any, further, additional, else, ever again',

    leave: `[to] ${UNSUB} [me], opt out, opt-out, optout, opt me out, opting out, opt us out, sign me off, sign (me|us) out, sign off from, cancel my (subscription|membership|enrollment|enrolment|registration|sign-up|signup|sign up), cancel (the|this|our) (subscription|membership|enrollment|registration), end my (subscription|membership|enrollment), stop my (subscription|membership), terminate my (subscription|membership), (take|get|remove|drop|cut|count) me (off|from|out of) (the|your|this|that|all|all of your|any|any of your) [daily|mailing|email|e-mail|mail|distribution|subscriber|subscribers] (list|lists|mailing list|email list|newsletter|newsletters|course|mailings|emails|mails|letters|database|distribution|subscription|subscriptions|program|system|series|thing), get me (off|out of) (this|here|your list|the list), remove me from (here|this|everything|it all), take me off (here|this|everything), remove my (email|e-mail|address|email address|e-mail address|name|mail|mail address|contact|id|account) from (the|your|this|that|all|all your|any) [daily|mailing|email|e-mail|mail|distribution] (list|lists|newsletter|database|mailings|emails|letters|system|records|course|subscription|subscribers|subscriber list), take my (email|address|email address|name|email off|address off) (off|out of|from) (the|your|this|that|all) [mailing|email|mail|distribution|daily] (list|lists|newsletter|mailings|emails|database|system|course), delete (me|my email|my address|my name|my email address) from (the|your|this) [mailing|email|mail] (list|lists|database|newsletter|system), leave (the|this|your) [mailing|email] (list|course|newsletter|mailing|program), get off (the|this|your) [mailing|email] (list|lists|course|newsletter), be (taken off|removed from|off) (the|your|this) [mailing|email|mail|distribution] (list|lists|course|newsletter), be removed, be unsubscribed, come off (the|this|your) [mailing|email] list, make me unsubscribed, discontinue my subscription, end this subscription, drop (out of|from) (the|this|your) course, quit (the|this|your) course, withdraw from (the|this|your) course, (revoke|withdraw) my consent [to (receive|these|your)], lose my (number|email|address), strike me from (the|your) list, terminate service`,
    end: `stop, stopp, stpo, stip, end, cancel, cancle, cancell, quit, discontinue, cease, cease and desist, terminate, finish, halt, kill, cut out, cut, knock off, shut off, drop, give up, stopping, ending, canceling, cancelling, be done with, lay off, bring to an end, put an end to, call off, do away with, get rid of, block, leave, unfollow, deactivate`,
    drop: 'remove, take, delete, drop, get, strike, scratch, cut, erase',
    send: `send, sending, sent, send out, sending out, mail, mailing, email, e-mail, emailing, e-mailing, write, writing, write to, writing to, deliver, delivering, message, messaging, contact, contacting, spam, spamming, bother, bothering, keep sending, keep emailing, keep writing, keep mailing, pester, pestering, bombard, bombarding, fill, filling, clog, text, texting, have sent, mail to, send to, sending to`,
    get: `get, getting, receive, receiving, recieve, recieving, reciving, be getting, be receiving, have, having, read, reading, hear from, hearing from, hear, see, seeing, come, coming, be coming, arrive, arriving, be emailed, be mailed, be sent, be contacted, be on, to get, to receive, show up, showing up, land, drop into my inbox, keep getting, keep receiving, keep coming, coming into my inbox, arriving in my inbox, coming to me, sent to me, delivered, be delivered`,
    pause: `pause, puase, pasue, paus, pauze, pausing, paused, be paused, suspend, suspending, snooze, freeze, put on hold, put on pause, putting on hold, place on hold, unpause not, postpone, (put|place|set|keep|hit) (me|us|it|this|that|them|these|everything|things|the (letters|emails|course|lessons|mails|whole thing|daily letters|subscription)|my (letters|emails|course|lessons|subscription)|these (letters|emails)|your (letters|emails)) on (hold|pause|ice), hit [the] pause [button] [on], press [the] pause [button] [on], push pause [on], temporarily (stop|suspend|halt|pause|hold|discontinue), (stop|suspend|halt|hold) temporarily, vacation (hold|mode|pause), holiday (hold|mode|pause), place a hold on, put a hold on, put a pause on, on hold, on pause`,
    rest: `[take|taking|have|having|do|get] a [short|little|quick|brief|small|longer|long|bit of a|two week|one week|two-week|one-week|week long|week's|couple weeks|month's|month long|temporary|tiny|wee] (break|pause|rest|breather|hiatus|time-out|timeout|time out|holiday|vacation), take (some|a little|a bit of) time (off|away|out), some time (off|away), time off, break, breather, hold off [on], hold, holding, halt, hold up, wait with, go easy on, give me a break, give me a rest, give me a breather, step back [from], take five, wait, delay, delaying, stop for, have a breather, lay low, sit out, go without`,
    resume: `resume, resuming, unpause, un-pause, un pause, unsnooze, unfreeze, unsuspend, reactivate, re-activate, take off hold, off (hold|pause), (end|cancel|stop|lift|undo|remove) (the|my|this) (pause|break|hold|suspension|vacation hold|vacation), unpaused, un-paused, be unpaused, start (the|my|your) (letters|emails|lessons|course|mails) (again|up again|back up|back|once more), start (sending|mailing|emailing) [me] [the|my|your] [letters|emails|lessons|course|mails] again, start sending again, start them [back] up [again], start them again, turn (the|my|your) (letters|emails|lessons|course) back on, turn (it|them) back on, (put|get) me back (on [the list]|on the course|into the course|in), restart (the|my|your) (letters|emails|lessons|course|subscription), (send|bring) (the|my|your) (letters|emails|lessons) back, pick (it|things|the letters|the course|this|back) up (again|where i left off|where we left off), pick up where (i|we) left off, start up again, pick back up`,
    goOn: `continue, continuing, go on, going on, carry on, carrying on, restart, re-start, start again, begin again, start, start up, get going again, i'm back, i am back, im back, we're back, we are back, back again, back, home again, i'm home, i'm ready, i am ready, ready, ready again, ready when you are, ready for more, ready for the next [one|letter|lesson], keep going, keep them coming, keep it coming, keep sending, let's go, let's continue, let's resume, i'm ready (to go on|for more|again|to start again|to continue), bring it on, bring them on, pick up, hit me again, i'm all yours again, back from (vacation|holiday|holidays|my trip|our trip|traveling|travels)`,
    skip: `skip, skipping, skip over, pass on, jump over, leave out, leap over, give a miss, miss out`,
    resend: `resend, re-send, resending, send again, send (me|us) again, re send, reforward, send (it|that|this|that one|it to me|me that) (again|one more time|once more), forward again`,
    missing: `i (didn't|did not|didnt|haven't|have not|never) (get|got|gotten|receive|received|see|seen|saw|find|found), (didn't|did not|never|hasn't|has not|haven't) (get|got|gotten|receive|received|arrive|arrived|come|came|come through|came through|show up|showed up|shown up|make it|made it), i (accidentally|mistakenly|just|stupidly|think i) [accidentally] (deleted|erased|lost|missed|trashed|archived), i (lost|deleted|missed|erased|can't find|cannot find|can't open|couldn't open|couldn't find|can't seem to find|misplaced|threw away), accidentally (deleted|erased|lost|missed), (deleted|lost|missed) by accident, by accident, by mistake, accidentally, went (missing|to spam|into spam|to my spam|in my spam), is missing, was missing, got lost, ended up in (spam|my spam|my spam folder|spam folder|junk|the trash), is gone, has disappeared, disappeared, where is, where's, what happened to`,
    again:
      'again, once more, one more time, another time, a second time, anew, over again, a copy of, another copy of, back',
    change: `change, change to, switch, switch to, switch me to, change me to, move, move to, move me to, set, set to, set me to, make, make it, make them, have, shift, shift to, put me on, put it at, adjust, reschedule, send them, send it, send me, get, get them, get it, receive, receive them, have them, have it, read, bring forward to, push [it|them|back] to, change (the|my) (time|hour|day|days|schedule|delivery|delivery time|frequency|timing|rhythm|zone|time zone|timezone|send time), change when, set (my|the) (time|hour|time zone|timezone|delivery), make it so [that], go to, go down to, reduce to, cut down to, drop to, drop down to, scale back to, scale down to, limit to, limit it to, limit them to, space out to, slow down to, slow to, come, arrive, be sent, deliver, be delivered, start coming, adjust to, update, update to, come at, work with`,
    keep: `keep, keep getting, keep the, keep sending, keep on, still want, i still want [to get|to receive], leave, leave on, continue with, retain, i'd like to keep, i want to keep, i do want, but keep`,
    begin: `sign me up [for], subscribe [me] [to], sign up [for], add me to, put me on, turn on, switch on, start, join, enroll me in, enrol me in, i'd like to get, enable, activate, i also want, add, opt in to, opt me in [to], start sending, begin, resubscribe me to`,
    off: 'off, turn off, switch off, disable, without, out of, deactivate, no, remove me from, take me off, opt me out of',

    ours: `[${THE}] [${DAILY}] ${MAIL}, all ${MAIL}, any ${MAIL}, ${MAIL} [from (you|kindling|closer|this list|this address|your list|this course)], [the|this|your|my] (course|email course|mail course|letter course|program|programme|series|mailing|mailings|drip|subscription|letter series|email series|whole course|entire course|whole thing), (anything|nothing|everything|stuff|things|mail|correspondence|communication|communications|content|spam|junk) from you, your (stuff|spam|mail|content|communications|correspondence|service|junk|nonsense|messages), this (email|course|mailing|service|subscription|series|program|newsletter|junk|spam|stuff|daily thing|letter thing|email thing), (closer|kindling), my (course|subscription|deliveries|delivery|lesson plan), (deliveries|delivery|sendings|the deliveries|subscription|all subscriptions|mailings), (any|more) of (these|your|the|those) (emails|letters|mails|lessons|messages), (one|two|three|these) a day, all of this, (the|this|your) [daily] (newsletter|news letter|letter thing|email thing), a letter every day, every letter, each letter, (the|my|your) letter [every day|each day], letter, lesson, email, course, daily (letter|email|lesson|mail)`,
    it: `it, it all, this, that, these, those, them, everything, all, all of it, all of this, all this, the lot, things, stuff, the whole thing, these things, those things, all of them, any of it, any of this, any of these, any of them, anything, this stuff, this thing, this one, the rest, 'em, em`,
    me: `me, us, myself, my (email|e-mail|address|email address|e-mail address|name|mail|inbox|account|mailbox), to me, for me, for us, to us, to my (inbox|email|address|mailbox), in my (inbox|mailbox), my inbox, i, we, at this address, this (email address|address|email), to this address, to (this email|this email address|my email address), both of us`,
    list: `from (the|your|this|that|all) [mailing|email|e-mail|mail|distribution|subscriber] (list|lists|database|mailing|mailings|newsletter|newsletters|course|system|program|distribution), off (the|your|this|that) [mailing|email|e-mail|mail] (list|lists|newsletter|course), off, out, from everything, from this, from here, off this, off of this, from (these|your|all your|the|all) (emails|letters|mails|messages|lessons|subscriptions), (the|your|this) [mailing|email|e-mail|mail|distribution] (list|lists|subscriber list), to this list, from it, to it, mailing list`,
    letter: `(this|that|the|a|one|my) ${ONE}, (today's|todays|yesterday's|yesterdays|tomorrow's|tomorrows|the last|last|my last|the latest|the next|next|the previous|this morning's|tonight's|the most recent|the current|current|the first|the second|the third|monday's|tuesday's|wednesday's|thursday's|friday's|saturday's|sunday's) [${ONE}], [the|your|my] (letter|lesson|email|part|day|number|chapter) [number|no|nr] {letter}, the {weekday} ${ONE}, {ordinal} ${ONE}, the {ordinal} ${ONE}, (the|that) one from (today|yesterday|this morning|{weekday}), (the|that|your) letter (from|of) (today|yesterday|this morning|{date}), (today|yesterday|tomorrow), next time, (the|that|your) ${ONE} (about|on) {word} [{word}] [{word}], a day, one day, # {letter}, no {letter}`,
    newsletter: `[the|your|a] [monthly] (newsletter|newsletters|news letter|news), the monthly (mail|email|letter|thing)`,
    data: `(my|all my|all of my|our) [personal] (data|information|info|details|records|record|account|profile|history|entries|answers|replies), (everything|all|anything|whatever|all data|all the data|all information|all the information|the data|the information|what|any data|every trace|all traces|all trace|all personal data) [that] you (have|hold|store|keep|know|stored|saved|collected|got|'ve got|have got|have stored|have saved|have collected) [saved|stored|collected|on file] [on|about|of|from] [me|us], personal data, all trace of me, every trace of me, me from your (records|systems|database|system|memory|files), my traces, my existence, data (on|about) me, everything about me, all about me, my email and data, my data and my account`,
    erase: `delete, erase, wipe, destroy, purge, forget, remove, close, deleting, erasing, get rid of, scrub, expunge, deletion of, erasure of, removal of, right to (erasure|be forgotten), gdpr (erasure|deletion), (erasure|deletion) request, data (erasure|deletion) [request], forget me, erase me, delete me, be forgotten, forget about me, forget i exist, forget i ever existed, delete (my|the|this) account, close my account`,
    show: `send, send me, give me, show, show me, export, download, a copy of, copy of, provide, provide me with, i want a copy of, see, what, get, access to, access, let me (see|have|know), export of, an export of, disclose, hand over, tell me, request, (subject|data) access request, subject access, gdpr (access|export|request), sar, dsar, data export, what do you (know|have|store|keep) (about|on) me, what (data|information|info|personal data) do you (have|hold|store|keep|know) [about me|on me|of mine], which data do you (have|store|keep|hold) [about me|on me]`,
    friends: `[to] (the|a) (friend|friends|friendship) (version|track|edition|variant|one|letters|course|path|side), [the] version for friends, the letters for friends, (friends|friendship|friend) (version|track|edition|mode|letters), as a friend, as friends, [to] friends, [to] friend, the friends one, not as a couple, for friends`,
    couple: `[to] (the|a) (couple|couples|partner|partners|relationship) (version|track|edition|variant|one|letters|course|path|side), [the] version for couples, the letters for couples, (couples|couple|partner) (version|track|edition|mode|letters), as a couple, [to] couples, [to] couple, the couples one, for couples, with my partner`,
    discreet: `discreet, discreet (mode|subjects|subject lines|titles|version|emails), (neutral|plain|discreet|private|boring|harmless|hidden|vague|less obvious|more discreet|less revealing) (subject|subjects|subject line|subject lines|titles|headings|mode|ones), discrete (mode|subjects|subject lines|subject), something (neutral|discreet|harmless|boring) in the subject [line], the (subject|subject line|subjects|subject lines) (discreet|neutral|plain|private), hide the (subject|subjects|subject line|topic), the topic in the subject, the normal subjects, the real subjects`,
    otherCourse: `(the|your|an) other course, other courses, another course, (a|the|your) (new|next|second) course, one of your other courses, a different course`,
    newAddress: `(my|our|a|the) (new|other|different|private|personal|work|second|correct|right) (address|email|e-mail|email address|e-mail address|mail|mail address|account), another (address|email|e-mail|email address|e-mail address), a different (address|email|email address), my (email|address|email address|e-mail address) (changed|has changed|is changing|will change|is now|is), (change|update) my (email|address|email address|e-mail address|e-mail) [to|address to], to {address}, at {address}, {address}, from {address}, use {address}`,

    status: `when (is|does|do|will) (my|the) next (letter|one|email|lesson|mail|message) [come|coming|due|arrive|arriving|be|out|scheduled|be sent], when (is|does|will) (the|my) (letter|email|lesson|course) come, when do i get (the|my) next [letter|one|email|lesson], when's (my|the) next (letter|one|email|lesson), how many (letters|lessons|emails|more|are left|more letters|more lessons|more emails|letters are|lessons are) [are|do i have|have i|to] [there|left|still to come|to come|to go|had|in total|altogether|remain|remaining|will there be|are there|until the end], how many (are left|are there|left), how far (am i|along am i|have i come|have i gotten|into the course am i|in am i|are we|through am i|into it am i|through the course am i), where am i [now|in the course|at|with this|up to], which (letter|lesson|number|one|day) (am i|are we) (on|at) [now|currently], what (letter|lesson|number|day) (am i|are we) (on|at) [now], (am i|are we) (still|currently|even|really) (subscribed|paused|on the list|enrolled|active|on pause|getting these|signed up|in the course|unsubscribed), am i (subscribed|paused|on the list|enrolled|active|on pause|unsubscribed), status, my status, progress, my progress, what is my (status|progress|schedule|next letter), what's my (status|progress|schedule), is my (pause|subscription) [still] (on|active|over|running), how long (am i paused|is my pause|does the course last|does this go on|does this last|is the course|until the end), until when am i paused, how many have i (had|gotten|received|missed), when does (the|my|this) (course|pause) (end|finish), when is it over, when will (it|this|the course) (end|be over|finish), did my pause (work|go through|take), did (it|that|my pause) work, is it still paused, what day am i on, what letter is next`,
    help: `help, commands, command list, options, menu, faq, info, instructions, what (can|could|may|should) i (say|write|reply|answer|type|send|do) [here|to you|to this|to these|back|in reply], what are (my|the) options, which commands (are there|do you understand|can i use|do you know), what commands (are there|do you understand|can i use|do you know), what do you understand, how (does|do) (this|it|these|that) work, how do i (use|control|manage) (this|it|these|these emails|these letters|my subscription), what can you do, what words (work|can i use|do you understand), list of commands, help please, i need help with (this|these emails|the emails|my subscription|the commands|commands), how do i (change|set) (my settings|the settings|things|anything), what are the (commands|keywords|magic words)`,

    away: `[i'm|i am|im|we're|we are|i'll be|i will be|we'll be|we will be|i'm going to be|i'm going|i am going|we're going|going|i'll|will be|being] [both] (on|off on|away on|out on|going on) (vacation|holiday|holidays|vacations|leave|a trip|a business trip|a cruise|retreat|a retreat|maternity leave|parental leave|sabbatical|travel|my honeymoon|our honeymoon|tour|assignment|deployment|annual leave|hols), [i'm|i am|im|we're|we are|i'll be|i will be|we'll be|we will be|i'm going to be] (away|traveling|travelling|abroad|out of town|out of office|out of the office|out of the country|gone|offline|off grid|off the grid|at sea|camping|hiking|in hospital|in the hospital|overseas|on the road|out), no (internet|wifi|wi-fi|signal|reception|email|access) [there|here], without (internet|wifi|email|reception|signal), [i] (have|will have|won't have|have no|will have no) (internet|wifi|signal|reception|access), (holiday|vacation|holidays), the holidays are (busy|hectic|crazy), we have (guests|visitors|family visiting), moving house, i'm moving, exams, i have exams, finals, exam (week|period|season), it's harvest, it's tax season, it's lambing season, busy [week|month|time|season|at work], work is (crazy|busy|nuts|hectic|mad|insane), things are (crazy|busy|hectic) [here|right now|at work], i'm (swamped|snowed under|very busy|so busy|busy|too busy|slammed|underwater), life is (busy|crazy|hectic)`,
    reason: `(too|so|way too) (many|much) [emails|mails|letters|mail|messages|email|to read|of them|stuff|going on|for me|at once], (i|we) [just|simply|really] (don't|dont|do not) (have|got) [the|enough|any] time [for (this|it|these|them)|to read|to read (them|these|this|it|all of them)|right now], i (don't|never|can't) (read|open) (them|these|it|any of them|any) [anyway|any more|anymore], no time [to read|for this|for it|to read them|for them|left], not for me, it's not for me, this is not for me, this isn't for me, it isn't for me, not my (thing|cup of tea|style), not what i (expected|was looking for|signed up for|need|thought it was), not interested [anymore], no longer interested, i'm not interested [anymore], no longer (relevant|needed|necessary), not relevant [to me|anymore], i (never|didn't|did not|don't remember|don't recall) (signed up|sign up|signing up|subscribe|subscribed|subscribing|asked for|ask for|asking for|requested|request|requesting) [for] [this|these|it|them|to this|to these|that], my inbox is (full|overflowing|a mess|too full|drowning), [they're|they are|it's|this is|they] (clogging|filling|flooding) [up] my inbox, (too|it's too|they're too|that's too) (long|much|frequent|often|early|late) [for me], i get too (many|much) [of these] [emails|mails|mail|letters|email|messages], i (get|am getting|'m getting|receive) [way|far] too (many|much) [emails|mails|mail|email|messages|letters], i'm drowning in (email|emails|mail), i can't keep up [with (them|it|these|the letters|the emails|this)], can't keep up, i'm (behind|falling behind|far behind|so far behind) [on (them|the letters|reading|these)], falling behind, i need to catch up, to catch up, so i can catch up, i want to catch up, catching up, decluttering [my inbox], cleaning (up|out) my inbox, clearing out my inbox, it's (spam|a lot|too much|overwhelming [me]), this is (spam|a lot|too much), it was (nice|good|lovely|great) [while it lasted], i'm done, i am done, that's enough, enough is enough, [i've|i have] had enough, i've (read|seen) enough, i have what i need, i got what i needed, i (have|already have) (finished|done) (it|the course|them), i'm good, i'm fine, (inbox|email|mail) overload, i work (nights|shifts|late|early), i (sleep|get up|wake up|am awake) (late|early), i'm [not] a morning person, i (read|like to read|like reading) them (with|over) (coffee|breakfast|lunch|my coffee|a coffee|tea), with my coffee, at breakfast, before work, after work, on my commute, when i'm awake, so i can read (them|it) [in peace|properly], to read them [properly|in peace], better for me, works better [for me], suits me better, that's (when|a better time)`,
    takeBack: `just kidding, kidding, jk, j/k, never mind, nevermind, nvm, no wait, wait no, scratch that, forget (it|that|what i said), ignore (that|this|me|my last|the above), disregard [that|this|the above|my last], i'm joking, joking, only joking, i take (it|that) back, on second thought, on second thoughts, actually no, just a joke, strike that, not really, i changed my mind, changed my mind`,
    rather: `only, instead, rather, is enough, is plenty, are enough, would be enough, would be plenty, will do, would do, is fine, would be better, would be best, would be ideal, is better, works better [for me], works best [for me], works for me, suits me better, suits me, would suit me better, would work better, would be great, would be nice, would be good, would be lovely, would be perfect, would be easier, is easier, better, from now on, in future, if possible, max, maximum, at most, at the most, no more than, preferably, ideally, i can handle, i can manage, i can keep up with, is all i can manage, is all i can handle, is all i can take, and not every day, not every day, not daily, not so often, rather than (daily|every day|mornings|in the morning|at {clock}), instead of (daily|every day|mornings|in the morning|at {clock}|{clock}|weekends|{weekday}), a time, at a time, would be easier on me, is too early, is too late, is a bit early, is a bit late, earlier, later, a bit later, a bit earlier, if you can, if that works, is when i read, is when i have time, is my time`,

    aloneLeave: `stop, stopp, stop it, stop this, stop all, stopall, stop everything, stop now, stop already, stop that, end, end it, end this, cancel, cancel it, cancel this, cancel me, cancel all, quit, remove, remove me, take me off, get me off, get me out, take me out, unsubscribe, unsub, delete me, revoke, arret, no more, enough, enough already, no thanks, no thank you, leave, leave me alone, i quit, i'm out, im out, count me out, exit, off, out, opt out, optout, stop please, let me out, basta, i want out, sign me off, remove please, discontinue, terminate, no mas, stop!, stop stop, stop stop stop, done, i want to stop, i'd like to stop, i would like to stop, i need to stop, i want to quit, i'd like to quit, i'm leaving, let me go, drop me, please go away, go away, fuck off, piss off, bugger off, spam, stop spam, stop spamming, stop spamming me, goodbye, not interested, no longer interested, bye, that's it for me, this is not for me, i don't want this, i don't want this anymore, i don't want it anymore, i do not want this, i no longer want this, i no longer want it`,
    alonePause:
      'pause, puase, pasue, paused, hold, on hold, snooze, freeze, break, break please, take a break, need a break, i need a break, time out, timeout, wait, not now, suspend, a break, hold off, hold on, i want to pause, can i pause, give me a break, pause it, pause me, pause this, pause all, pause everything, put it on hold, stop for now, hold please, mute, breather, stop temporarily',
    aloneResume: `resume, unpause, un-pause, start, start again, restart, continue, go on, carry on, go, back, i'm back, im back, i am back, we're back, ready, i'm ready, i am ready, on, keep going, begin again, begin, go ahead, next, more, more please, back again, again please, i want to continue, i'd like to continue, let's go, let's continue, keep them coming, start it up again, hit me, bring it on, reactivate, please continue, continue please, ok i'm back, back now`,
    aloneSkip:
      'skip, skip it, skip this, skip this one, skip one, skip today, skip tomorrow, skip next, pass, next one please, skip that one',
    aloneResend:
      'resend, re-send, send again, again, send it again, send that again, once more, one more time, repeat, again please, resend please',

    yes: 'yes, yes please, yeah, yep, yup, sure, ok, okay, right, correct, exactly, that is right, that’s right, that one, please do, do it, of course, absolutely, indeed, i did, i meant that, that’s it',
    neither:
      'neither, none, no, nope, nothing, neither of them, neither one, none of these, none of those, none of them, i was just telling you, just telling you, just saying, nothing at all, leave it, leave it as it is, leave everything, change nothing, no change, as it was, keep it as it is, it was no wish, not a wish, no thanks, keep them coming, forget it, never mind, don’t change anything, no need',
    first:
      'the first, first, the first one, first one, number one, one, the former, 1, a, option 1, the earlier, the earlier one',
    second:
      'the second, second, the second one, second one, number two, two, the latter, 2, b, option 2, the later, the later one',
    third: 'the third, third, the third one, number three, three, 3, c, option 3, the last one',
  },
  calendar: {
    months: [
      'january, jan',
      'february, feb, febuary, feburary',
      'march, mar',
      'april, apr',
      'may',
      'june, jun',
      'july, jul',
      'august, aug',
      'september, sept, sep',
      'october, oct',
      'november, nov',
      'december, dec',
    ],
    weekdays: [
      'monday, mon',
      'tuesday, tue, tues',
      'wednesday, wed, weds, wensday',
      'thursday, thu, thur, thurs',
      'friday, fri',
      'saturday, sat',
      'sunday, sun',
    ],
    weekdaysEach: [
      'mondays',
      'tuesdays',
      'wednesdays',
      'thursdays',
      'fridays',
      'saturdays',
      'sundays',
    ],
    numbers: {
      1: 'one, a, an, a single',
      2: 'two, a couple, a couple of, couple of, couple, both',
      3: 'three',
      4: 'four',
      5: 'five',
      6: 'six',
      7: 'seven',
      8: 'eight',
      9: 'nine',
      10: 'ten',
      11: 'eleven',
      12: 'twelve, a dozen',
      13: 'thirteen',
      14: 'fourteen',
      15: 'fifteen',
      16: 'sixteen',
      17: 'seventeen',
      18: 'eighteen',
      19: 'nineteen',
      20: 'twenty',
      21: 'twenty one, twenty-one',
      25: 'twenty five',
      30: 'thirty',
      40: 'forty',
      45: 'forty five',
      60: 'sixty',
      90: 'ninety',
      100: 'hundred, a hundred, one hundred',
    },
    ordinals: {
      1: 'first',
      2: 'second',
      3: 'third',
      4: 'fourth',
      5: 'fifth',
      6: 'sixth',
      7: 'seventh',
      8: 'eighth',
      9: 'ninth',
      10: 'tenth',
      11: 'eleventh',
      12: 'twelfth',
      13: 'thirteenth',
      14: 'fourteenth',
      15: 'fifteenth',
      16: 'sixteenth',
      17: 'seventeenth',
      18: 'eighteenth',
      19: 'nineteenth',
      20: 'twentieth',
      21: 'twenty first',
      22: 'twenty second',
      23: 'twenty third',
      24: 'twenty fourth',
      25: 'twenty fifth',
      26: 'twenty sixth',
      27: 'twenty seventh',
      28: 'twenty eighth',
      29: 'twenty ninth',
      30: 'thirtieth',
      31: 'thirty first',
    },
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
  },
  dates: {
    day: `[on] [the] {weekday} [the] {day} [of] [{month}] [{year}], [the] {day} [of] {month} [{year}], [{weekday}] {month} [the] {day} [{year}], {weekday} {day} [of] {month} [{year}], {weekday} the {day}, the {day} [of this month|of the month], {date figures}, {weekday} {date figures}, [this|coming|this coming|the coming] {weekday}`,
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
    endOfMonth:
      'the end of (the|this) month, end of (the|this) month, end of month, month end, eom',
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
  },
  times: {
    length:
      '[another|the next|next|the coming|about|around|like|at least|maybe|roughly|approx|approximately|say|a good] {number} [full|whole|more|entire|solid|extra] {unit}, a [full|whole|whole entire|solid] {unit}, another {unit}, a fortnight',
    lengthAndHalf:
      '{number} and a half {unit}, a {unit} and a half, {number} 1 / 2 {unit}, {number} {unit} and a half',
    halfUnit: 'half a {unit}, a half {unit}',
    vague:
      'a few [more] {unit}, some {unit}, several {unit}, a little [longer] while, (over|during|for|until after|through) the [school] (holidays|holiday season|summer|winter|spring|fall|autumn|break|summer holidays|christmas holidays|winter break|easter holidays|semester|school year), for (the summer|the winter|a season|half term), for a couple, sometime (next|in) {date}, until things (calm down|settle down|settle|get better), until (after|) the (birth|wedding|funeral|move|exam|exams|baby comes|baby is born|surgery|operation|holidays|summer|harvest|season|holiday season), until {word} (is|are|feel|feels|gets|get) better, until (summer|winter|spring|autumn|fall|the summer|the spring|the fall)',
    until: "[up] (until|till|untill|til|'til|unti|utill|before) {date}, up to {date}, to {date}",
    through:
      '(through|thru|up to and including|until and including|including) {date}, (until|till|through) {date} inclusive, until {date} included, [up] (until|till) the end of {date}, until {date} is over',
    from: '(from|starting [on|from]|beginning [on]|as of|as from|effective) {date} [on|onward|onwards|forward]',
    range:
      'from {date} (to|until|till|til|through|thru|-) [and including] {date}, between {date} and {date}, {date} (to|until|till|through|thru|-) {date}, (starting|beginning) [on|from] {date} (to|until|till|through|ending) {date}, from {date} until {date}',
    dayRange:
      '[from|between] [the] {day} (to|until|till|through|thru|and|-) [the] {day} [of] {month} [{year}], [from] {month} [the] {day} (to|until|till|through|thru|-) [the] {day} [{year}], from the {day} (to|until|till|through|thru|-) the {day}',
    for: '[for|during|over] {length}, for the next {length}, for the coming {length}',
    open: `for now, for the time being, for the moment, until further notice, till further notice, indefinitely, temporarily, for a while, a while, for a bit, a bit, for some time, for a time, for a little while, for a little bit, for a (short|long) (while|time), until i (say so|say otherwise|tell you|tell you otherwise|let you know|write again|write back|write you|write to you|resume|get back to you|ask|ask again|ask you to resume|come back|return|am back|'m back|am ready|'m ready|feel ready|am ready again|contact you|message you|reach out|say go|give the word|am well again|feel better|am better|say when|call), until you hear from me [again], at the moment, at this time, right now, momentarily, for an indefinite (time|period), open-ended, with no end date, for the foreseeable future, i'll (let you know|tell you|write|say) when [to (start|resume|continue)|i'm back|i'm ready], i'll write [again] when i'm (back|ready|better), i will let you know when [i'm ready|i'm back|i am ready|i am back], not forever, not for good`,
    back: "[i'm|i am|i'll be|i will be|we're|we'll be|i|will be|be|coming|i come|i get|we get] back [again|home|online] [on|in|by|around|from] {date}, (i return|i'm returning|returning|we return) [on|in|by|around] {date}, back home {date}",
    during:
      '[on|in|at|over|during|through|throughout|around|for|by] {date}, [for|during|over] (the rest|the remainder) of {date}, for (all of|the whole|the entire|the whole of) {date}, [for] {date} only, just [for] {date}',
    restOfWeek: '[for] [the] (rest|remainder) of (the|this) week',
    restOfMonth: '[for] [the] (rest|remainder) of (the|this) month',
    restOfYear: '[for] [the] (rest|remainder) of (the|this) year',
  },
  clocks: {
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
  },
  rhythms: {
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
      'faster, more often, more frequently, speed up, speed it up, quicker, a faster (pace|rhythm), too slow, sooner, two a day, twice a day, double speed, speed things up, more letters, more at once, all at once, all of them at once, send them all [at once|now]',
    zone: "i [have|'ve|just] [just] moved to {city}, i moved to {city}, we (moved|have moved|'ve moved|are moving|live|are) (to|in) {city}, i'm [now] in {city} [now|time], i am [now] in {city} [now], i live in {city} [now], [i'm|i am] (moving|relocating) to {city}, [my|the] time zone (is|to|changed to|has changed to|should be) {city}, [my|the] timezone (is|to|changed to|should be) {city}, {city} (time|time zone|timezone), to {city} time, in {city} time, i'm on {city} time, relocated to {city}, i'm living in {city} [now], {zone}, time zone {zone}, timezone {zone}, [set] [my] time zone to {zone}, now in {city}, now living in {city}",
  },
  distress: `PLACEHOLDER`,
  watched: `PLACEHOLDER`,
};
