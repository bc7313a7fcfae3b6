/** Words by what they are about, whichever language says them; `*` is any ending. */
export const italianSenses = `
i: io mi me mio mia miei mie m'
self: stessa stesso
he: lui gli suo
she: lei le sua
we: noi ci nostr*
partner: marito moglie fidanzat* ragazzo ragazza compagn* ex convivente
kin: padre papà babbo madre mamma patrigno matrigna fratell* sorell* zio zia cugin* figlio nipot* genitori famiglia nonn* suocer* cognat*
child: bambin* bimb* figlia figlie figli piccol* neonat* ragazzin*
carer: badante infermier* assistente struttura rsa operator*
boss: capo padrone titolare allenatore* professor* prof maestro prete padron*
no: non mai né niente nulla più
nobody: nessuno nessuna
always: sempre ogni tutto tutte tutti
again: nuovo ancora ricominc* torn*
hit: picchi* pesta schiaff* calci* calcio spint* spinge strangol* tira lancia afferr* strattona botte pugn* colpi* mena
break: rompe* rott* rompere spacc*
wound: livid* sangu* cicatric* costol* punti segni maniche ferit* ematom*
body: faccia viso collo gola braccia braccio polso polsi bocca capelli testa pancia dito occhio
threat: minacc* ricatt* giur*
force: costring* costrett* obblig* violen* stupr* abus* forz*
touch: tocc* palp* nuda nude foto mani
shout: grid* url* furios* arrabbi* rabbia
drunk: ubriac* beve bevuto bere bottiglia alcol
fear: paura* spavent* terror* panico trem* terrorizz*
hide: nascond* nascost* segreto zitta tace
watch: controll* sorvegl* segue spia* legge posizione telecamera chilometri rintracc* conta
phone: telefono cellulare messaggi sim password whatsapp numero
door: porta scale pianerottolo passi portone
lock: chiav* serratura chius* chiude rinchius*
money: soldi pensione stipendio carta banca conto scontrini debit* assicurazione euro
papers: passaport* document* carte certificat* firm* testamento ordine
food: mangi* cibo fame piatto cena
illness: chili peso bilancia vomit*
sleep: dorm* letto sonno
wake: svegli* alz* mattin*
night: notte notti sera ieri buio
room: camera stanza bagno cantina cucina garage pavimento
house: casa appartamento
go: andar* vado esco esce via lasci* scapp* fuggi* fuori vattene
tell: dire dice dico detto parlo parlare racconta*
believe: cred* prov*
police: polizia carabinieri denunc* giudice tribunale rifugio
doctor: medico dottor* ospedale soccorso ostetrica terap* psic*
help: aiut* soccorso salva*
safe: sicur* pericol*
die: mor* muo* morto morta morte tomba
kill: ammazz* uccid* uccis* assassin* accoltell*
suicide: suicid* overdose
live: viv* vita vivere esist*
end: fine fin* finito bast* smett* ferm*
gone: spari* scompar* manc*
tired: stanc* esaust* forze stanchezza
can: posso riesco sopporto reggo ce
point: senso speranza* ragione motivo futuro uscita vale serve scopo
empty: vuot* niente
burden: peso inutil* fallit* vergogn* fardello
better: meglio tranquill* sollievo pace ripos*
without: senza
pills: pastigl* pillol* compress* medicin* farmac* insulina dose gocce
cut: tagli* lama lamett* coltell* rasoio forbici
rope: corda trave impicc*
bridge: ponte ponti binari* tetto balcone ringhiera scogl* treno binario viadotto davanzale
water: fiume mare lago acqua nera
car: macchina auto volante guid* albero camion strada
gun: pistola fucile arma*
bye: addio saluto
give: regal* dato do portato
pet: cane gatto piante
sorry: scus* perdon* spiace
fault: colpa*
decide: decis* decid* pronto piano preparat*
note: lettera lettere biglietto
soon: presto domenica ultim* domani
join: raggiung* insieme
thoughts: voc* pens* penso vedo immagin*
marry: spos* matrimonio onore fidanz*
birth: nata nato parto incinta nascita
cry: piang* lacrime pianto
alone: sola solo solitudine
laugh: ahah* haha* rid* ridere scherz* divert*
film: film* libro libri romanz* serie storia giall*
grief: funeral* sepolt* vedov* ricord* lutto
work: lavor* ufficio turno riunion*
thank: grazie ringrazi*
mail: mail* posta cancella* iscri* disiscri* corso lezione
love: amor* ador* felic* gioia bell* bene content* piac*
everyday: orto giardino tè caffè torta musica scuola bici
`;
