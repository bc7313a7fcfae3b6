/** More of what people say for each part of a wish; `en.ts` has the rest. */

const THEM =
  '(the letters|these letters|your letters|the emails|these emails|your emails|the course|this course|your course|the lessons|the series|this series|the programme|the program|these|this|them|it)';
const ADDRESS = '(address|email|e-mail|email address|e-mail address|name|mailbox|account|inbox)';

/** By the parts of speech that they belong to. */
export const ENGLISH_WISHES = {
  leave: `
  bow out [of ${THEM}], bowing out [of ${THEM}], (drop|step|back|duck) out of ${THEM}, strip (me|my ${ADDRESS}|this ${ADDRESS}) (from|off) (the|your|this) [mailing|email] list, withdraw [me|us] from (the|this|your|my) [email|letter] (programme|program|course|series|letters|scheme|list|mailing list|subscription),
  (i|we) (won't|will not|shan't|shall not|wont) be (continuing|carrying on|going on|proceeding|reading on|keeping on) with ${THEM}, (i|we|i've|we've|i have|we have) (decided|chosen|opted) not to (continue|carry on|go on|proceed|keep on|read on|keep going) with ${THEM},
  (leave|end|finish) it (there|here|at that) with ${THEM}, (this|my|that) ${ADDRESS} (needs|has|ought|should|must|is) [to] (come off|be taken off|be removed from|be struck off|go off|leave|be off) (the|your|this|that) [mailing|email] (list|course|lists) [entirely|completely|altogether|for good],
  (please|kindly|pls) (delist|de-list|unenroll|unenrol|disenroll|deregister|un-enroll) (me|us), (unenroll|unenrol|disenroll|deregister|delist) (me|us), (count|leave|cut) (me|us) out of ${THEM} [from now on], (call it a day|call time|call it quits|draw a line) (with|on|under) ${THEM}, (part ways|part company) with ${THEM}, (get|have) (me|us) off (of|from) ${THEM},
  (end|close|finish|terminate|cancel|discontinue|stop) my (enrollment|enrolment|participation|sign up|signup|registration|involvement) [in|with|for] [${THEM}], (end|finish|conclude) ${THEM} for (me|us), (no|not) (longer|any longer) wish to (be on|be part of|belong to|remain on|stay on) (the|your|this) [mailing] (list|course)
`,

  rest: `
  {length} (off|break|rest|pause|holiday|breather|respite|hiatus) [from|of|without], [a] {length} (off|break|rest|pause|holiday|breather|respite|hiatus) [from|of], {length} (peace|peace and quiet|quiet|silence|grace) [from], hang on to, hang onto, hanging on to, sit on, bank, stockpile, set aside, hold over, waiting, waiting with, wait with, waiting for, wait on, let ${THEM} (rest|lie|wait|sleep|be), let ${THEM} (rest|lie|wait|sleep|be) for, give ${THEM} a rest, leave it off, leave them off, leave it be, leave me be, leave us be, keep ${THEM} (back|aside|for me|for later|on ice|warm), leave ${THEM} (for now|be|alone|aside), ease off with, lay off with, stay quiet, be quiet, keep shtum, no need to send [anything|any], stop the (clock|press|flow) [on]
`,

  goOn: `
  bring on the next [one|letter|lesson], (my|the|our) (pause|break|hold|rest|freeze) (can|may|could|should) (end|stop|finish|be over|be lifted|be ended|be cancelled|be canceled) [now|today], [i'm|i am|we're|we are] [all] (settled in|unpacked|moved in|sorted|recovered|rested), (my|the|our) (pause|break|hold|rest|freeze) is (up|finished), (take|get) me off (pause|hold|the break), ready to (roll|read|go|resume|pick it up|dive back in|dive in), (get|start|set) (them|it|the letters|the emails|the course) (going|rolling|flowing|moving|running) [again], let (them|the letters|the emails|it) (flow|come|roll|start|resume) [again], (dive|jump|get|come) back (in|into) [the] [course|letters|it|them]
`,

  skip: `
  jump [me] to the one after [next|that|the next one], go [straight] to the one after [next|that], (move|jump|go) on to the (next but one|one after), pass up, let {letter} (pass|go|drop), leave {letter} out
`,

  missing: `
  never (reached|got to|made it to|came to|turned up in|arrived in|landed in) (me|us|my inbox|my mailbox|here), (hasn't|has not|didn't|did not|haven't|have not) (reached|got to|made it to|reach|get to|make it to) (me|us|my inbox|here), (has|have) gone (missing|astray|walkabout), went astray, vanished, has vanished, (looked|searched|checked) [in] [my] (junk|spam|bin|trash) [folder] [and everything|too|as well|and everywhere], (came|came out|shows|showed|arrived|loads|opens) (blank|empty|as gibberish|garbled|white|as a blank), (won't|will not|wouldn't|doesn't|does not) (open|load|display|show|show up|download)
`,

  rather: `
  (would|will|'d|should) (do|suit|work for|be grand for) (me|us) [nicely|grand|well|perfectly|very well|down to the ground|a treat], (would|will|'d) (do|suit) [nicely|grand|perfectly|very well|a treat], (is|are) about my (limit|speed|pace), be (possible|ok|okay|feasible|doable|alright|all right|manageable), (is|are) (all|as much as|as many as) i can (manage|take|handle|do|read|keep up with), (works|work|fits|fit|suits|suit) (best|better) (for|with) (me|us|my shifts|our day|my day|my rota)
`,

  discreet: `
  (something|be something|to be something|be) (boring|bland|neutral|plain|dull|vague|ordinary|nondescript|forgettable|harmless|innocuous), give (nothing|less) away, (not|don't|doesn't|didn't) give (anything|so much|it|the topic|the game) away, (boring|bland|dull|neutral|plain|nondescript|innocuous) [titles|subjects|subject lines|headings|headlines|headers], (titles|subjects|subject lines|subject line|subject|title|headings|heading) [a bit|a little] (boring|bland|dull|neutral|plain|nondescript|vague|innocuous|less obvious|more discreet|tamer), [so|so that] (nobody|no one|no-one|none|my kids|the kids|people|others|colleagues|my colleagues|my boss|the family) [else] (knows|know|sees|see|can see|can tell|can't see|can't tell|don't see|notices|guesses|can guess|won't know|would know) [what] [it|this|they|the letters] [is|are] [about], (nobody|no one|not everyone) needs to (know|see) [what] [it|this|they] [is|are] [about]
`,

  begin: `
  count (me|us) in [for], put (me|us) down [too] for, yes to, yes please to, yes please, yes pls, i'm in for, include (me|us) in, (sign|put|pop|stick|whack|get) (me|us) [back] (up|down|on|in) [for|to|on] [it|that|the list for], pop me (back on|on|down for), tick me for, i'd love to (get|receive|have|read|join), (start|begin) sending (me|us), let me have
`,

  otherCourse: `
  (is|are) there [any|another|an|a] (another|other|more|next|further|second) (course|courses|series) [after (this|that|it) [one]|from you|as well], what else (can i|could i|is there to|do you have to) read, (do|can) you (offer|have|do|run) (anything|something) else, what else do you (offer|have|do|run|teach|write) [on offer], (have|got) you (any|another|other|anything) (other|else|courses|course) [courses], what (comes|is|happens) after (this|the) course, (what|which) courses (do you have|are there|do you offer|can i take)
`,

  show: `
  (i|we) [hereby|now|would like to|want to|wish to|'d like to] (make|submit|file|lodge|am making|'m making|exercise), (can|could|may) i (see|have|get|look at|read|check), email me, mail me, forward me, print out, let me (see|have)
`,

  data: `
  [a|my] (subject access|data subject access|data access|subject data|sar|dsar) request, (what|whatever|everything|anything|all) (you|you've|you have|youve) [got|have] (stored|saved|kept|recorded|collected|noted|filed|held|hold|written down) (about|on|of) (me|us), all [my|the|of my] personal (data|information|details) [you|that you] (hold|have|keep|store|process|'ve got|have got) [on|about] [me], my right (of|to) (access|erasure|deletion|be forgotten), [my] personal (info|particulars|stuff|record|records), every (detail|record|scrap|bit of data) [you have] [about|on] me
`,

  friends: `
  [the|those|your|a] (family|families|friends and family|family and friends|friend and family|parents|siblings) (version|track|edition|ones|one|letters|emails|course|kind|mode|series|variant), [to] the (family|friends and family|family and friends) [version|track|ones|letters], (letters|version|ones|course) for (families|family|friends and family|family and friends|parents|siblings|single people|people without a partner|people on their own)`,
  couple: `
  [the|those|your|a] (couply|couple's|couples'|partnered|two person|relationship) (version|track|edition|ones|one|letters|emails|course|kind|mode|series|variant), (letters|version|ones|course|emails) for (couples|two|partners|lovers|people with a partner|people in a relationship|people who are together)`,

  me: `to my (box|mailbox|mail|mail account|email account|phone), at my (address|end|email), in my box, into my (box|inbox|mailbox)`,

  more: `any mair [ae|of] [these|this|them], mair, any mair, nae mair`,
  no: `gonnae no, gonny no, dinnae, dinna, no need to`,

  /** Everyday reasons: work, travel, things that break, and what somebody likes about reading. */
  reason: `
  (this|it|the course|these) [has|have] (run its course|run their course|served its purpose|served their purpose|done its job|done their job) [for (me|us)], (i've|i have|we've|we have) had (my|our) fill [of ${THEM}], (i|we) [have|'ve] (got|get|had|found|learned) what (i|we) (came for|needed|wanted|was looking for|were looking for) [from ${THEM}],
  (i'm|i am|we're|we are) [already|now|about|at least] {number} (letters|emails|lessons|of them|days|weeks) behind, (i|we) read [rather|quite|very|too] slowly, (i'm|i am) a (slow|careful) reader, (i|we) like to (take my time|take our time|chew on things|chew on them|chew them over|savour them|savor them|think about them|mull them over|reread them) [a bit|for a while|properly],
  (on|the) other days [i|we] (work|am working|are working|am busy|are busy|have work|am out|am at work|have the kids|have no time|can't), [the] other days (i'm|i am|we're|we are) (at work|working|out|busy|on shift|in the office),
  (my|our|the) (employer|company|firm|work|office|workplace|it department|school|boss) (is blocking|blocks|has blocked|has started blocking|doesn't allow|does not allow|no longer allows|won't allow|forbids|monitors|filters|is monitoring) [all] [personal|private|outside|external|such] (newsletters|emails|mail|mails|email|messages|mailing lists|subscriptions),
  (work|the office|the shop|the farm|the house|my desk|school|life|everything|things) (is|are|'s|gets|has been|will be) [just|all|absolutely|completely|a bit|rather|really|so] (mad|manic|hectic|crazy|chaos|bonkers|bedlam|a madhouse|upside down|full on|flat out|busy|frantic) [right now|at the moment|just now|these days|till christmas|until christmas|this month|this week],
  [it's|it is|we're in|i'm in|i am in|we are in] [the] (exam|exams|harvest|lambing|calving|tax|audit|inventory|budget|wedding|festive|busy|marking|self assessment|year end|month end|stocktaking|christmas|panto|concert) [season|time|period|week|rush] [at work|here|again|for me|at the moment|right now], (month|year|quarter) end at work, (snowed|swamped|buried) (under|with work|at work|in work|in boxes),
  (the|my|our) (boiler|washing machine|car|laptop|phone|computer|roof|heating|internet|wifi|broadband|router|tablet|screen|kitchen|bathroom|power) [has|just|is|'s] (went|gone|broke|broken|died|packed in|packed up|down|being repaired|being fixed|in for repair|leaking|on the blink|kaput|out|being replaced), my (phone|laptop|tablet|computer) is (in for repair|being repaired|broken|at the menders|at the shop),
  [a|the|with a|we have a|there's a] new baby [here|in the house|at home] [and no sleep|and little sleep|no sleep], (the builders|the decorators|the in laws|guests|visitors|family|the grandchildren|grandkids|my in laws) (are|is) (in|here|coming|staying|visiting|over|with us) [till then|all week|this week|for a while|for christmas],
  (i'm|i am|im|we're|we are|i'll be|i will be|we'll be|he'll be) [just] (off|away|travelling|traveling|going|heading|flying|driving|sailing|up|down|over|out) [on|to|in|at|for] [the|a|my|our|work in|business in] (trial|court|conference|training|course|retreat|congress|trade fair|business trip|work trip|tour|rig|continent|mainland|islands|highlands|coast|countryside|mountains|cruise|boat|site|road) [next week|this week|with no signal|with no internet|without internet|and won't look at email|with the truck],
  (no|without|hardly any|little|bad|poor|patchy) (internet|wifi|signal|reception|connection|net|data|broadband|email|network) (there|here|out there|up there|on board|on the boat|at the cottage|where i'm going|where we're going), (there|there the) (net|internet|signal|wifi|connection) is (not good|bad|poor|patchy|slow|terrible|rubbish),
  (i've|i have|i) (met|found|got) (someone|somebody|a partner|a boyfriend|a girlfriend|a new partner) [now|since|recently], (my|our) (train|bus|tube|shift|break|lunch|ferry) (is|'s|leaves|goes|starts|begins|ends) [at] [the] {clock}, (i've|i have|we've|we have|i|we) [already] (did|done|read|know|covered|seen|had) (this|that|these|it|the bit|all this|that one|this one|this bit|this topic) [one|already|before|in counselling|in therapy|elsewhere] [already],
  (because|as|since) (i|we) (work|am on|do|have) (nights|night shifts|shifts|late shifts|early shifts|on call|weekends), (i|we) (work|am on|do|have|'m on) (nights|night shifts|shifts|late shifts|early shifts|early turn|lates|earlies|on call) [this month|these days|at the moment|this week|now|in december], (i|we) (lost|forgot|broke|left) my (reading glasses|glasses|specs|charger|password) [at work|on the train|at home],
  my (sister|brother|friend|mum|mother|daughter|son|neighbour|neighbor|colleague|wife|husband) (forwards|forwarded|sends|shows|showed|passes on|gets|reads) (me|it|them|hers|his|theirs) [hers|his|them|it|too] [and i'd rather have my own|and i want my own|and i'd like my own], i want to (show|read|give|forward|pass) (it|that one|this one|that|them) [on] to (my|a) {word}
`,

  courtesy: `if that (can|could) be (arranged|done|managed|sorted), if (it|that) suits [you], if (you|ye) can (arrange|manage|swing|sort) (it|that), (and|please) confirm [this|it|that] in writing, confirm in writing, in writing [please], jazakallah khair, jazakallah, shukran, alhamdulillah, two (tweaks|things|requests) if i may, a (tweak|change) if i may, if it's (no|not too much) bother, i'd be (very|much|ever so) (grateful|obliged), beta, ma, sir ji, madam ji, respected sir, respected madam, thanks all the same, ta ever so`,
} as const;
