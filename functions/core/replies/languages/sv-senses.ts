/** Words by what they are about, whichever language says them; `*` is any ending. */
export const swedishSenses = `
i: jag mig mej min mitt mina
self: själv
he: han honom hans
she: hon henne hennes
we: vi oss vår* våra
partner: man fru sambo pojkvän flickvän kille partner* make maken maka ex
kin: pappa mamma far mor styvpappa styvmamma bror syster son farbror moster kusin föräldrar familj* svär* barnbarn
child: barn* bebis* dotter pojke flicka liten lilla
carer: hemtjänst* vårdare undersköterska boende* personal*
boss: chef* tränare* lärare* hyresvärd präst
no: inte aldrig ingen inget inga ej
nobody: ingen
always: alltid varje hela allt
again: igen tillbaka
hit: slår slog slag* spark* knuff* stryp* kast* nyp* drog misshandl*
break: sönder bröt bruten krossa*
wound: blåmärk* blod* ärr revben stygn ärm* skad*
body: ansikt* hals* arm* handled* mun* hår* huvud* mage* finger
threat: hot* utpress* svär
force: tvinga* våldt* övergrepp
touch: rör* tafsa* naken* foto* bilder
shout: skrik* skrek vrål* arg rasande
drunk: full druck* dricker flaska* sprit öl
fear: rädd* rädsla skräck* panik vågar ångest
hide: göm* hemlig* smyg
watch: kollar kontroll* följer övervak* spår* läser kamera mätarställning*
phone: telefon* mobil* lösenord meddeland* dator
door: dörr* trapp*
lock: lås* nyckel nycklar* inlåst
money: pengar pension* lön* kort* konto* bank* kvitto* skuld*
papers: pass passet papper* testamente
food: äta äter mat* hungrig
illness: kilo vikt våg kräk*
sleep: sov* säng*
wake: vakna* morgon*
night: natt* kväll* mörk*
room: rum* sovrum badrum källare* kök* golv*
house: hus* hem hemma bostad
go: gå går gick lämna* åka åker fly* bort ut
tell: säg* sa säga berätta* prata*
believe: tror
police: polis* domstol kvinnojour* anmäl*
doctor: läkare* sjukhus* akut* barnmorska psyk*
help: hjälp* rädda
safe: säker* trygg* fara farlig*
die: dö dör dog död* grav*
kill: döda* mörda* skjut* hugg*
suicide: självmord* suicid* överdos*
live: leva* lever liv* exist* finnas
end: slut* sluta* klar färdig räcker
gone: försvinn* saknar borta märk*
tired: trött* utmattad orkar ork
can: kan kunde
point: mening* hopp* skäl framtid* utväg* meningslös*
empty: tom* tomt
burden: börda värdelös* misslyck* skam* skäms
better: bättre lättad lugn* frid ro
without: utan
pills: tablett* piller medicin* insulin
cut: skär* skar skurit rakblad kniv* sax
rope: rep* snara hänga
bridge: bro bron spår* tak* perrong* balkong* tåg* klippa*
water: å sjö* hav* vatten*
car: bil* kör* ratt* träd* lastbil*
gun: pistol* gevär* vapen*
bye: adjö farväl avsked*
give: gav ger bort skänk* gett
pet: hund* katt* växter*
sorry: förlåt* ledsen ursäkta
fault: fel skuld*
decide: bestäm* beslut* redo plan*
note: brev* lapp
soon: snart imorgon söndag sista
join: följa tillsammans
thoughts: röst* tank* tänk*
marry: gift* bröllop* heder*
birth: födsel* gravid* född förlossning*
cry: gråt* tårar
alone: ensam*
laugh: haha* skratt* skämt* rolig*
film: film* bok* böcker roman* serie* deckare
grief: begravning* änka änkling minne* sorg*
work: jobb* arbet* kontor*
thank: tack* tacksam*
mail: mejl* mail* avsluta* avregistrera nyhetsbrev kurs*
love: älska* kär* fin* glad* lycklig* bra vacker*
everyday: trädgård* te kaffe tårta musik skola* cykel
`;
