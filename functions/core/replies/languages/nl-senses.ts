/** Words by what they are about, whichever language says them; `*` is any ending. */
export const dutchSenses = `
i: ik mij me mijn mn m'n
self: mezelf zelf mijzelf zichzelf
he: hij hem zijn ie
she: zij ze haar
we: wij we ons onze
partner: man vrouw vriend vriendin partner* echtgenoot ex verloofde
kin: vader papa pa moeder mama ma stiefvader stiefmoeder broer* zus zussen oom tante neef zoon kleinzoon* ouders familie oma opa schoon*
child: kind kinderen baby dochter kleine jongen jongens meisje* meiden
carer: thuiszorg verzorg* verpleeg* tehuis leiding begeleid*
boss: baas werkgever huisbaas trainer* leraar meester coach pastoor
no: niet nooit geen niks niets nie
nobody: niemand
always: altijd elke ieder* steeds alles
again: weer opnieuw terug
hit: slaat sla sloeg geslagen slaan schop* stomp* gestompt duw* geduwd wurg* gewurgd gooit gooide trekt knijp* mep* gesmeten smijt
break: kapot breek* gebroken
wound: blauw* blauwe plek* bloed* litteken* rib ribben gehecht mouwen trui gewond wond*
body: gezicht nek keel arm armen pols* mond haar haren hoofd buik vinger* oog
threat: dreig* bedreig* chanteer* gechanteerd zweert
force: dwing* gedwongen verkracht* misbruik* aanrand* moet
touch: raakt aanraak* aangeraakt betast* naakt* bloot* foto foto's
shout: schreeuw* gilt roept brult boos woedend kwaad
drunk: dronken drinkt gedronken zuip* fles drank bier
fear: bang angst* durf schrik* vrees* paniek bibber*
hide: verstop* stiekem geheim* verberg*
watch: controle* controleer* volgt leest checkt spion* houdt locatie camera kilometers tracker stalkt telt
phone: telefoon mobiel* simkaart laptop berichten wachtwoord whatsapp
door: deur trap klink gang drempel hek
lock: slot sleutel* opgesloten sluit op
money: geld pensioen loon salaris pas pinpas rekening bank bonnetjes schuld* tientje verzekering spaargeld
papers: paspoort* papieren documenten akte getekend testament
food: eten eet gegeten honger borden
illness: kilo weeg weegschaal overgeef* kots*
sleep: slaap slapen slaapt bed sliep
wake: wakker opstaan ochtend*
night: nacht 's nachts snachts avond* donker
room: kamer slaapkamer badkamer kelder keuken garage zolder vloer
house: huis thuis woning
go: ga gaan gaat ging weg vertrek* verlaat verlaten vlucht* buiten eruit
tell: zeg zegt zeggen gezegd vertel* praten
believe: gelooft geloven bewijs*
police: politie wijkagent rechter rechtbank aangifte opvang blijf
doctor: dokter huisarts ziekenhuis eerste spoed verloskundige therap* crisis psych*
help: help* hulp red
safe: veilig* gevaar* gevaarlijk
die: sterven sterf dood doodgaan gestorven overleden graf
kill: vermoord* doodt schiet* steekt neerste* moord*
suicide: zelfmoord suicid* zelfdoding overdosis
live: leven leef leeft besta*
end: einde eind klaar ophoud* stop* genoeg voorbij
gone: verdwijn* mis missen merk* weg
tired: moe moeheid vermoei* uitgeput op
can: kan kon trek hou volhoud*
point: zin hoop reden toekomst uitweg zinloos waard nut
empty: leeg* niks gevoelloos
burden: last waardeloos nutteloos mislukk* schaam* schaamte
better: beter makkelijker opgelucht rustig rust vrede
without: zonder
pills: pil pillen tablet* medicijn* insuline paracetamol dosis
cut: snij* sneed gesneden kras* mes mesje schaar scheermes*
rope: touw strop balk hang* ophang*
bridge: brug bruggen spoor dak viaduct rand perron balkon trein rails
water: rivier kanaal water zee plas diep*
car: auto rij rijd rijden stuur boom bomen vrachtwagen weg
gun: pistool geweer jachtgeweer wapen*
bye: afscheid vaarwel dag
give: gegeven geef weggegeven verdeeld weggeef*
pet: hond kat poes planten
sorry: sorry spijt vergeef*
fault: schuld* ligt
decide: besloten besluit klaar plan* voorbereid
note: brief brieven afscheidsbrief briefje
soon: morgen straks zondag laatste weekend
join: achterna samen bij
thoughts: stem stemmen gedachte* denk dacht zie
marry: trouw* huwelijk bruiloft eer uithuwelijk*
birth: bevalling zwanger* geboren maanden borst*
cry: huil* janken tranen
alone: alleen eenzaam*
laugh: haha* lach* grap* grappig
film: film* boek* roman* serie thriller verhaal
grief: begrafenis begraven crematie weduwe* herinner* rouw* verdriet
work: werk* baan kantoor dienst afspraak
thank: dank bedankt dankbaar
mail: mail* uitschrijv* inbox nieuwsbrief cursus les
love: lief* liefde mooi* blij gelukkig fijn goed leuk
everyday: spin tuin thee koffie taart muziek school fiets
`;
