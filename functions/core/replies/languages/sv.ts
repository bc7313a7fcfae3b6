import type { Language } from './language.ts';
import {
  swedishCalendar,
  swedishClocks,
  swedishDates,
  swedishRhythms,
  swedishTimes,
} from './sv-calendar.ts';
import { swedishWatched } from './sv-distress.ts';
import { swedishOutright } from './sv-outright.ts';
import { swedishSenses } from './sv-senses.ts';

const MAIL =
  '(brev|breven|brevet|mejl|mejlen|mejlet|mail|mailen|mailet|mails|epost|e post|e mail|email|meddelanden|meddelandena|utskick|utskicken|utskicket|lektioner|lektionerna|kursbrev|kursbreven|kursen|kurs|brevkursen|mejlkursen|prenumeration|prenumerationen|serien|post|posten|spam|reklam|påminnelser)';
const ONE =
  '(brev|brevet|mejl|mejlet|mail|mailet|meddelande|meddelandet|lektion|lektionen|del|delen|utskick|utskicket)';
const THE =
  '(de här|det här|den här|de där|dessa|detta|denna|de|den|det|era|ert|er|dina|ditt|din|mina|mitt|min|våra|vårt|vår|alla|alla de här|alla era|alla dina|några|något|någon|fler|flera|mer|sådana|så många|ett|en)';
const ADJ =
  '(dagliga|fina|många|kommande|nya|tjatiga|jobbiga|framtida|övriga|andra|kindling|closer)';

/** Words for mail, time and wishes; Swedish has no particles that stand far from their verb. */
export const sv: Language = {
  code: 'sv',
  numeric: 'day-first',
  umlauts: true,
  parts: {
    theOther: `den andra, de andra`,
    restart: `(börja|starta) [med] kursen (om|igen|på nytt), (börja|starta) om [med] kursen`,
    fromStart: `(om|igen) från (början|första brevet|noll)`,
    sinceStart: `från (början|första brevet|noll)`,
    pull: `ta, tar, plocka, lyft`,
    take: `ta, tar, läsa, läser, prova, välja, väljer, gå`,
    from: `från, ur, av`,
    all: `allt, alla (mejl|utskick|listor|era mejl|meddelanden), båda, från allt, från alla listor`,
    greeting: `hej [hej|på er|på dig|alla|alla ihop|igen|team|där|du|ni], hejsan [alla|igen], hallå [där|igen], tjena, tjenare, tja, god (morgon|kväll|dag|middag|eftermiddag) [alla|på er], godmorgon [alla], goddag, (bästa|kära|käre) (team|alla|vänner|redaktion|författare|kindling|closer|ni|du), till (teamet|redaktionen|den det berör)`,
    courtesy: `tack [så mycket|så hemskt mycket|på förhand|för allt|för hjälpen|för breven|för er tid|för mig|snälla|igen|ändå|för (breven|kursen|mejlen|allt|er hjälp|din hjälp|denna tid)], tackar [så mycket|på förhand], stort tack, tusen tack, många tack, ett stort tack, tack på förhand, snälla [ni|du], vänligen, var (snäll|vänlig|så vänlig|så snäll|vänliga|snälla) [och], gärna, är ni snälla, är du snäll, om det går [bra], om (möjligt|det är möjligt|ni kan|du kan|det är okej|ni vill|du vill), om det inte är för mycket besvär, ursäkta [mig|att jag stör|besväret], förlåt [mig|att jag stör], tyvärr, beklagar, jag är ledsen, inget illa menat, inget personligt, det är inget personligt, okej, ok, okay, ja, jo, jaha, nåja, visst, såklart, självklart, hm, eh, öh, oj, bra, perfekt, toppen, jättebra, underbart, fint, kanon, vore (snällt|bra|toppen|fint|jättebra|skönt|trevligt), det vore (snällt|bra|toppen|fint|jättebra|skönt|trevligt), skulle vara (snällt|bra|toppen|fint|skönt), ingen brådska, ha (det så bra|det bra|en bra dag|en fin dag|en trevlig helg|en fin kväll), trevlig helg, god jul, gott nytt år, glad påsk, lycka till, ta hand om er, en fråga, en liten fråga, en snabb fråga, jag undrar, jag uppskattar (det|breven|kursen), breven är (fina|bra|jättefina), det har varit (fint|bra|trevligt|lärorikt), haha, ps`,
    farewell: `hälsningar [från {word}], med vänlig (hälsning|hälsningar), med vänliga hälsningar, vänliga hälsningar, vänligen, mvh, m v h, bästa hälsningar, många hälsningar, varma hälsningar, allt gott, ha det [bra|gott], kram, kramar, puss, hej då, hejdå, adjö, vi hörs, vi ses, på återseende, med hälsning, hälsar`,
    soft: `nu, genast, omedelbart, direkt, strax, på en gång, så snart som möjligt, snarast, redan, från och med nu, framöver, i fortsättningen, hädanefter, för alltid, helt, helt och hållet, permanent, definitivt, alls, bara, egentligen, faktiskt, verkligen, endast, också, även, istället, i stället, för min del, ju, väl, nog, då, där, här, igenom, ett slag, hemskt, lite, en smula, ganska, sedan länge, ärligt talat, för stunden, snabbt, tillsammans, någonsin, helst`,
    and: `och [så|sedan|sen|därefter|då|därför|också], samt, sedan, sen, därefter, därför, för att, eftersom, så, dessutom, plus, &, +`,
    or: 'eller [kanske|hellre|också]',
    but: 'men [då|dock], fast, utom att, dock, däremot',
    subject: `jag, vi, han, hon, de, man, det är, det var, min, mina, min man, min fru, vår, jag är, vi är, jag har, vi har`,
    report: `inte bara, inte enbart, inte endast, sa, säger, sade, sagt, sägs, frågade, frågar, frågat, bad, ber mig, skrev, skriver, skrivit, berättade, berättar, tror, trodde, tycker, tyckte, tänkte, tänker, undrar om, om, ifall, huruvida, att, när, vem, varför, vilken, vad, hur, medan, innan jag, hörde, hört, läste, läst, kallas, heter, hette, drömde, ville, skulle ha, hade, nästan, kanske, boken, filmen, låten, kollega, vän, känner, kände`,
    wish: `(jag|vi) (vill|skulle vilja|önskar|önskar att|behöver|måste|skulle gärna|vill gärna|skulle gärna vilja|skulle behöva|tänker|har bestämt mig för att|har bestämt oss för att|ska|föredrar|föredrar att|vill helst|skulle helst vilja|behöver få) [bara|nu|gärna] [få|kunna|ha], (vill|skulle vilja|önskar) [jag|vi|gärna] [få|ha], får jag, får vi, kan jag få, kan vi få, kan jag, kan vi, skulle jag kunna [få], skulle vi kunna [få], går det att, är det möjligt att, gärna vill jag, jag ber att få, jag ser gärna att, har (jag|vi) lust att, helst vill (jag|vi), helst [skulle] (jag|vi), det vore bra (om|att), vill (ha|få)`,
    demand: `kan (ni|du) [vara snälla och|snälla|vara snäll och|vänligen|bara|nu], skulle (ni|du) [kunna|vilja|gärna kunna], kan de, kan breven, skulle de kunna, kan det, (vill|kunde) (ni|du), (ni|du) (kan|får|måste|borde|bör) [gärna|bara], jag (vill|önskar|ber er|ber dig) att (ni|du), jag ber (er|dig) [att|om att], vi ber (er|dig) [att|om att], se till att, var noga med att, låt, går det bra att, är det okej att, hoppas ni kan`,
    howTo: `hur (gör|kan|ska|skall|går|bär) (jag|man|vi) [för att|åt att] [till väga för att], hur gör jag [för att], hur går det till att, hur, var (kan|ska|finns|hittar) (jag|man|vi) [knappen för att|länken för att], var finns (knappen|länken) för att, vad (ska|måste|behöver) (jag|man) göra för att, (säg|förklara|berätta) hur (jag|man)`,
    refuse: `(jag|vi) (vill|behöver|önskar|orkar|kan|hinner|läser) inte [längre|mer|ha|få|fortsätta|fortsätta att|att få|ens] [få|ha|ta emot|läsa], (jag|vi) (vill|önskar) (inte längre|inte mer) [få|ha|ta emot], (jag|vi) (vill|önskar|behöver) inga [fler|flera|mer], inte intresserad av, inte längre intresserad av, jag är inte längre av, jag är inte (längre intresserad|intresserad) [av], jag slipper gärna, (jag|vi) vill slippa, (vill|önskar|behöver) inte [längre|mer|ha|få]`,
    no: `inte [mer|längre|fler|flera|någonsin], inga [fler|flera|mer|nya|ytterligare], inget [mer|nytt|fler], ingen [mer|fler], aldrig [mer|igen], nej [tack], ej, utan, slipp, inte en enda, inte några [fler]`,
    more: 'mer, mera, fler, flera, ytterligare, fler av',

    leave: `avregistrera [mig|oss|min adress], avregistrera (jag|vi) [mig|oss], avregistrerar [jag|vi|man] [mig|oss], avregistrerad, avregistrering, avanmäla [mig|oss], avanmäl [mig|oss], avanmälan, avanmäler [jag|vi] [mig|oss], anmäl [mig|oss] av, anmäla (mig|oss) av, avprenumerera, avprenumererar [jag|vi], avbeställ, avbeställa, avbeställer [jag|vi], avsluta (min|vår) (prenumeration|anmälan|kurs), avsluta prenumerationen, säg upp (min|vår|min) prenumeration, säga upp (min|vår) prenumeration, sluta prenumerera [på], gå ur (listan|sändlistan|utskicket), gå ur, lämna (listan|kursen|sändlistan), hoppa av (kursen|utskicket), hoppa av, ta bort [mig|oss] från (listan|sändlistan|mejllistan|utskicket|era listor|er lista), ta bort mig från utskicken, stryk [mig|oss] [från listan], plocka bort mig från listan`,
    end: `sluta, slutar, slut, slutat, sluta med, sluta att, avsluta, avslutar, avslutas, upphör, upphöra [med], stoppa, stoppar, stopp, stoppas, avbryt, avbryta, säg upp, säga upp, stäng av, stänga av, lägg ner, lägga ner, ställ in, ställa in, göra slut på, gör slut på`,
    drop: `ta bort, tar bort, tas bort, plocka bort, radera, stryk, stryka, avlägsna, slopa, kasta bort`,
    send: `skicka, skickar, skickat, skickas, att skicka, skickade, sänd, sända, sänder, sändas, mejla, mejlar, maila, mailar, skriva till, mata ut, skicka till, skicka hem, levererar, leverera, släng iväg`,
    get: `få, får, fått, ta emot, tar emot, mottaga, motta, ha, har, komma, kommer, kom, kommit, anlända, anländer, läsa, läser, dyka upp, dyker upp, bli skickad, bli mejlad, hamna, skickad till mig`,
    pause: `pausa, pausar, pausat, pausas, pausad, pausering, pausera, sätt på paus, sätta på paus, lägg på is, lägga på is, lägg på paus, tillfälligt stoppa, göra uppehåll [i|med|från], gör uppehåll, gör ett uppehåll [i|med], göra ett uppehåll [i|med], (sätt|ställ) [breven|mejlen|kursen] på (paus|vänt)`,
    rest: `[en|ett] (paus|uppehåll|avbrott|andhämtning|vila|andrum|rast) [i|från|med] [breven|mejlen|kursen|utskicken], ta en paus [i|från|med], (göra|gör) en paus [i|från|med], vila [från|i], vänta med, vänta, vila lite, ta det lugnt`,
    resume: `återuppta, återupptar, återupptas, återupptagen, återuppta med, återaktivera, aktivera igen, slå på igen, sätt på igen, avpausa, starta om, häv pausen, avsluta pausen`,
    goOn: `fortsätt [gärna] [med], fortsätta [med], fortsätter [med], fortsatta, gå vidare [med], kör vidare, kör på, kör igång [igen], börja igen [med], börja om, börja skicka igen, sätt igång [igen], [nu] (är jag|är vi) tillbaka [igen], (jag|vi) är [nu] tillbaka [igen], tillbaka [igen], nu kör vi, redo, jag är redo`,
    skip: `hoppa över, hoppar över, hoppa, skippa, skippar, stå över, slopa, utelämna, hoppas över, låt bli`,
    resend: `skicka om, skickar om, skicka igen, skickar igen, sänd om, sända om, sänd igen, omsända, skicka en gång till, skicka på nytt, mejla igen`,
    missing: `(jag|vi) (har|fick|fått|saknar|hittar|ser|har aldrig|har inte|fick inte|fick aldrig|hittar inte|har tyvärr) [tyvärr|ännu|råkat|av misstag|aldrig|inte] [inte|aldrig] [fått|sett|läst|hittat|raderat|tappat|slängt|tagit emot|hunnit], (inte|aldrig) (kommit|fått|kommit fram), kom (aldrig|inte) [fram], har (aldrig|inte) (kommit|kommit fram|dykt upp), (raderade|raderat|slängde|tappade|tappat) [jag|vi] [av misstag], saknas`,
    again: `igen, en gång till, på nytt, ännu en gång, om igen`,
    change: `ändra, ändrar, ändras, byt, byta, byter, flytta [mig|oss|breven], flyttas, ställ om, ställa om, växla, sätt, sätta, justera, lägg om, ändra till, byt till, (ändra|byt|justera|uppdatera) [min|till] tidszon, (ändra|byt|justera|uppdatera) (tidszonen|tidszon|tiden|tid|klockslaget)`,
    keep: `behåll, behålla, behåller, ha kvar, har kvar, låt vara kvar, vill ha kvar, fortsätt skicka, vill gärna behålla, jag behåller`,
    sendMe: '(skicka|sänd|mejla|maila) (mig|mej|oss), (skicka|sänd)',
    too: 'också, även',
    begin: `anmäl [mig|oss] [till], anmäla [mig|oss] [till], prenumerera [på], lägg till, lägga till, slå på, sätt på, aktivera, beställ, beställa, jag vill ha`,
    off: `stäng av, stänga av, slå av, utan, av, bort`,

    ours: `${MAIL}, ${THE} ${MAIL}, ${ADJ} ${MAIL}, ${THE} ${ADJ} ${MAIL}`,
    it: `det, den, dem, dom, de, detta, dessa, allt, alltihop, allting, allt detta, det där, det här, den här, de här, resten, alla`,
    me: `mig, oss, mej, min adress, min (e post|mejl|mail|mejladress|mailadress|epost|epostadress), till (mig|oss|mej|min adress|min mejl|min mail|den här adressen|denna adress), för (mig|oss), åt (mig|oss), med (mig|oss), mig själv, i min (inkorg|mejl|mail|inbox)`,
    list: `från (er|era|ert|den här) (lista|mejllista|maillista|sändlista|listor|utskick|register), (från|av) (mejllistan|listan), från (listan|er lista|sändlistan|mejllistan|maillistan|utskicket|utskicken|era listor|registret|kursen|listorna|er sändlista), ur (listan|registret|kursen|era listor), av listan, härifrån, från allt`,
    letter: `${THE} ${ONE}, (dagens|gårdagens|morgondagens|måndagens|tisdagens|onsdagens|torsdagens|fredagens|lördagens|söndagens|veckans) ${ONE}, [det|den|mitt|min] (senaste|sista|nästa|förra|föregående|kommande|första|andra|tredje) ${ONE}, (senaste|sista|nästa|förra) ${ONE}, (brev|lektion|del|mejl) (nr|nummer) {letter}, (brev|lektion|del|mejl) {letter}, nästa, det senaste, det sista, de (nästa|kommande) {number} breven, nästa {number} brev`,
    newsletter: `nyhetsbrev, nyhetsbrevet, [ert|det|det här|månatliga] nyhetsbrev, [det] (månatliga|månads) (brevet|nyhetsbrevet), nyhetsbladet, nyhetsmejlet, nyheterna`,
    data: `[vilka|alla] (uppgifter|data|personuppgifter) har (ni|du) [lagrat|sparat] om (mig|oss), [alla|allt om] [mina|era] [personliga] (uppgifter|data|personuppgifter|uppgifterna|svar|information), all [min] (data|information), mitt konto, min profil, [alla] (uppgifter|data|personuppgifter|information) [som] (ni|du) [har|lagrar|sparat|sparar|vet] [om|på] (mig|oss), (allt|vad) [som] (ni|du) (har|vet|lagrar|sparat|sparar) [om|på] (mig|oss), [kopia på|en kopia av] mina uppgifter, ni (har|lagrar) om (mig|oss)`,
    erase: `radera, raderar, raderas, raderade, ta bort, tas bort, glöm, utplåna, slänga, släng, förstör, förinta, rensa, rensa bort, radering av, stäng, stänga`,
    show: `skicka, visa, exportera, exportera ut, ge, ladda ner, [få] en kopia (av|på), kopia (av|på), få (ut|se), lämna ut, vilka, vad, begära ut, begäran om [tillgång till], begär ut, utdrag`,
    friends: `[till] versionen för vänner, [till] (vänversionen|vänskapsversionen|vännerversionen|kompisversionen), versionen för kompisar, för vänner, som vänner, version för vänner, [till] vänner`,
    couple: `[till] versionen för par, [till] parversionen, för par, som ett par, version för par, för oss som är ett par`,
    discreet: `[mer|mera] (diskreta|diskret|neutrala|neutral|anonyma|otydliga|oskyldiga) (ämnesrader|ämnesrad|rubriker|rubrik|ämnen|ämne), diskret, diskret läge, diskreta, mindre tydliga ämnesrader, göm ämnesraden, (diskreta|neutrala) mejlrubriker`,
    otherCourse: `[en|någon|er|den] (annan|andra|ny|nästa) kurs, den andra kursen, andra kurser, en kurs till, nästa kurs`,
    newAddress: `[till|på] [adressen|adress|den här adressen] {address}, (är|blir) [nu] {address}, [min|till ny] (adress|mejladress|mailadress|e postadress), [till|på] [min|vår|en|den] (nya|ny|annan|andra|privata|rätt) (adress|adressen|mejladress|mailadress|epostadress|e post|epost|mejl), till adressen, (min|vår) (adress|mejladress|epostadress|e post) (är|har ändrats till|ändras till|är nu), till adress, (ny|annan) adress`,

    status: `när kommer (mitt|nästa|det) [nästa] [brev|mejl|mail|brevet|mejlet|lektion], när (kommer|får jag|är) (nästa|mitt nästa|min nästa|det nästa) [brev|mejl|mail|lektion], när (kommer|får vi) [breven|mejlen|lektionen], hur många [brev|mejl|lektioner|delar|dagar] (är det kvar|är kvar|återstår|finns kvar|kommer|har jag|har jag kvar|kvar) [kvar], är jag (pausad|kvar|avregistrerad|anmäld), är (kursen|breven) (pausad|pausade|igång), var i kursen är jag, hur långt har jag kommit, vilken status, status, min status`,
    help: `hjälp, hjälp mig, vad kan (jag|man|vi) (skriva|svara|säga|göra) [här|till er], vilka (kommandon|ord) [finns det|kan jag använda|finns], kommandon, meny, instruktioner, hur fungerar (det|det här|detta), hur gör (jag|man), vad kan jag göra, finns det (hjälp|instruktioner)`,

    away: `(jag|vi) (är|ska vara|kommer att vara|reser|åker|ska|går) [på|bort|iväg|till|utomlands|åka] [semester|resa|tjänsteresa|ledigt|bortresta|bortrest|föräldraledig|sjukskriven|ledig|lediga|på sjukhus|på resande fot|bort|iväg|utomlands], (jag|vi) (har|tar) (semester|ledigt), på (semester|resa|resande fot), åker (bort|på semester|iväg), (bortrest|bortresta|utomlands|ledig|lediga|sjuk|sjukskriven), har semester, utan internet`,
    reason: `för (många|mycket) [brev|mejl|mail|utskick], [jag|vi] [har] (för lite tid|inte tid|ingen tid|inte tiden|inte tid just nu|hinner inte|orkar inte|hinner inte med|läser dem inte|läser dem aldrig), (det är|de är|blir|det blir) [lite] för (mycket|många|ofta|tidigt|sent), det passar inte (mig|oss), inget för (mig|oss), passar inte [mig|oss] [längre], det ger mig inget, [jag] har (det|mycket) [mycket] att göra, mycket på jobbet [just nu], inkorgen är full, jag får för mycket mejl`,
    takeBack: `skojar bara, jag skojar, skämt åsido, det var ett skämt, glöm det [jag sa], strunt samma, strunta i det, nej vänta, vänta nej, bortse från (det|mitt förra mejl|det jag skrev), jag ångrar mig, ångrade mig, jag har ändrat mig, fel mejl, skickat av misstag, det var fel, inte på riktigt, ta tillbaka det`,
    rather: `hellre, helst, bara, istället, i stället, endast, räcker, räcker bra, räcker för mig, (vore|skulle vara|är|känns) (bättre|bäst|perfekt|lagom|lättare|tillräckligt|skönt|bra) [för mig|för oss], passar [mig|oss] bättre, passar [mig|oss] bäst, passar bra, högst, max, som mest, inte mer än, lagom, det räcker, skulle passa [mig|oss] bättre, för ofta, i fortsättningen, hellre än`,

    aloneLeave: `stopp, stop, stoppa, avregistrera [mig], avanmäl [mig], avprenumerera, avbeställ, avbryt, avsluta [allt|det], sluta [nu], ta bort mig, stryk mig, ta bort mig nu, unsubscribe, sluta skicka, sluta mejla [mig], sluta maila [mig], anmäl mig av, inga fler tack, inga fler brev, ta bort min adress`,
    maybeLeave: `nog, det räcker [nu], räcker, nog nu, jag vill sluta, jag slutar, vi slutar, jag vill ut, gå bort, gå härifrån, lämna mig ifred, låt mig vara, inte intresserad, inte längre intresserad, ointresserad, nej tack, inte för mig, hej då, hejdå, färdig, klart, jag är klar, jag är färdig, jag ger upp, inget mer, av, ut, hoppa av, jag hoppar av, jag vill inte [mer|längre], vill inte mer, släpp mig`,
    alonePause: `paus, pausa, pausa tack, uppehåll, en paus, vila, vänta, inte nu, inte just nu, senare, avvakta, en stund, ett avbrott, timeout, på is`,
    aloneResume: `fortsätt, fortsätta, återuppta, starta, start, starta igen, börja, börja igen, börja om, kör, kör på, kör vidare, kör igång, vidare, gå vidare, tillbaka, jag är tillbaka, vi är tillbaka, redo, jag är redo, klar att fortsätta, mer, nästa, resume, igång igen`,
    aloneSkip: 'hoppa över, hoppa, skip, skippa, stå över, pass',
    aloneResend: 'skicka igen, skicka om, igen, en gång till, på nytt, upprepa',

    yes: `ja, ja tack, jo, japp, jajamän, jepp, absolut, visst, gärna, ok, okej, stämmer, det stämmer, precis, exakt, just det, rätt, gör det, självklart, det menade jag, jag menade det, helt rätt`,
    neither: `ingen, inget, ingen av dem, inget av dem, ingetdera, ingendera, nej, nej tack, nä, nix, inget alls, det var inget, jag bara berättade, jag berättade bara, bara berättade, låt det vara, låt vara, ändra inget, ändra inte, inget av det, som det är, allt ska vara som det är, låt allt vara, glöm det`,
    first:
      'den första, det första, första, nummer ett, ett, 1, a, alternativ 1, alternativ ett, det förstnämnda, den förra',
    second:
      'den andra, det andra, andra, nummer två, två, 2, b, alternativ 2, alternativ två, det sistnämnda, den senare',
    third:
      'den tredje, det tredje, tredje, nummer tre, tre, 3, c, alternativ 3, alternativ tre, den sista, den sista av dem',
  },
  calendar: swedishCalendar,
  dates: swedishDates,
  times: swedishTimes,
  clocks: swedishClocks,
  rhythms: swedishRhythms,
  outright: swedishOutright,
  distress: ``,
  watched: swedishWatched,
  senses: swedishSenses,
};
