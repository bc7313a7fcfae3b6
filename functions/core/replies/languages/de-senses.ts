/** Words by what they are about, whichever language says them; `*` is any ending. */
export const germanSenses = `
i: ich mich mir mein meine meinen meinem meiner meines
self: selbst selber
he: er ihn ihm sein seine seinen
she: sie ihr ihre ihren
we: wir uns unser* unsere
partner: mann frau freund freundin partner* ehemann ehefrau verlobter ex exmann exfreund gatte lebensgefährt*
kin: vater papa mutter mama stiefvater stiefmutter bruder schwester onkel tante cousin sohn enkel* neffe eltern familie oma opa schwieger* schwager
child: kind kinder* kindern baby tochter kleine kleinen kleiner kleinem junge jungs mädchen säugling* töchter
carer: pfleger* pflegerin pflegedienst heim betreuer* aufseher* nachtschwester
boss: chef* vermieter* trainer* lehrer* meister pfarrer vorarbeiter vermittl*
no: nicht nie niemals kein* nix nichts net ned
nobody: niemand keiner niemanden keinem
always: immer jeden jede jedes ständig alles
again: wieder nochmal zurück
hit: schlägt schlag* schlug geschlagen haut gehauen prügel* tritt getreten schubst* gestoßen stößt würgt* gewürgt wirft geworfen zerrt packt gepackt ohrfeig* kneift drückt gedrückt boxt
break: kaputt bricht gebrochen zerbr* zerschlagen
wound: blau* blaue fleck* blut* narbe* rippe* genäht ärmel verletz* wunde* platzwunde veilchen
body: gesicht hals kehle arm arme handgelenk* mund haare haaren kopf bauch finger auge
threat: droht* drohung* bedroht* erpress* schwört
force: zwingt gezwungen zwang vergewaltig* missbrauch* nötigt bedräng* muss muß
touch: fasst anfasst angefasst berührt* begrapscht nackt* fotos bilder
shout: schreit schrei* brüllt* gebrüllt tobt laut wütend wut ausgerastet rastet
drunk: betrunken besoffen säuft trinkt getrunken trinke flasche wodka schnaps bier
fear: angst ängste fürcht* furcht panik zittere zittern bang*
hide: verstecke* versteckt heimlich verheimlich* geheim leise
watch: kontrolliert kontrolle überwach* verfolgt* liest lauert ortet standort kamera kilometerstand stalkt
phone: handy telefon sim tablet laptop nachrichten passwort whatsapp
door: tür treppe klinke flur stufen türe
lock: schloss schlüssel* eingesperrt sperrt abgeschlossen schließt einschließ*
money: geld rente lohn gehalt karte konto bank bon quittung* schulden haushaltsgeld versicherung lebensversicherung
papers: pass pässe papiere unterlagen ausweis urkunde* unterschr* testament vollmacht geordnet
food: essen isst esse gegessen hunger teller
illness: kilo wiege waage kotze* erbreche* erbroch* abnehm*
sleep: schlafe* schlaf schläft bett einschlaf*
wake: aufwach* aufwachen wach morgen* aufsteh*
night: nacht nachts abend* heute
room: zimmer schlafzimmer bad badezimmer keller küche garage dachboden boden
house: haus hause wohnung daheim
go: gehe gehen geht ging weg raus verlasse* abhauen fort flieh* laufe verlassen
tell: sagen sagt gesagt erzähl* reden sprechen
believe: glaubt glauben beweis*
police: polizei gericht* jugendamt frauenhaus anzeige sorgerecht
doctor: arzt ärztin krankenhaus notaufnahme hebamme therap* klinik psych* urgence
help: hilfe hilf helfen helft rettet
safe: sicher* gefahr* gefährlich
die: sterbe* stirbt gestorben tot tod tode verstorben grab
kill: töte* umbring* bringt umgebracht mord* ermord* erstech* erschieß* erschlag*
suicide: suizid* selbstmord* freitod überdosis
live: leben lebe lebt lebens existier* dasein
end: ende beende* vorbei schluss aufhör* aus reicht genug
gone: verschwind* vermiss* merkt weg fort
tired: müde erschöpf* kraft kräfte ausgebrannt
can: kann könnte schaffe ertrage* aushalt* halte
point: sinn zweck hoffnung* grund zukunft ausweg sinnlos* wertlos wert
empty: leer* taub nichts
burden: last belast* unnütz nutzlos versag* scham* schäme
better: besser leichter erleichtert ruhig ruhe frieden
without: ohne
pills: tablette* pille* medikament* insulin schlaftabletten dosis
cut: ritz* geritzt schneide* geschnitten klinge* rasierklinge* messer schere
rope: strick seil balken häng* erhäng*
bridge: brücke* gleis* dach klippe geländer bahnsteig balkon zug viadukt schienen
water: fluss see meer kanal wasser tief*
car: auto lenk* lenkrad fahre gefahren baum bäume lkw straße steuer
gun: pistole gewehr waffe* flinte
bye: abschied* lebewohl tschüss leb
give: verschenkt verschenk* gegeben gebe gebracht versprochen verteilt
pet: hund katze pflanzen kater
sorry: tut leid verzeih* entschuldig*
fault: schuld*
decide: entschieden entschluss beschlossen bereit plan* vorbereitet
note: brief briefe abschiedsbrief zettel
soon: bald morgen sonntag letzte* letzten
join: nachgehen nachzugehen folgen zusammen wiedersehen
thoughts: stimme* stimmen gedanke* denke denk dachte stelle
marry: heirat* hochzeit verheirat* ehre verlob*
birth: geburt schwanger* stillen wochen
cry: weine* weint heul* tränen
alone: allein* einsam*
laugh: haha* lach* witz* lustig* grins* spaß
film: film* buch bücher roman* serie krimi* tatort geschichte doku
grief: beerdigung begraben beisetzung witwe* erinner* trauer* traurig
work: arbeit* job büro schicht termin*
thank: danke dank dankbar
mail: mail* mails email* abmelden austragen newsletter kurs lektion
love: liebe* schön* freu* glück* gut gern* toll herzlich
everyday: spinne* garten tee kaffee kuchen musik schule fahrrad
`;
