/** Words by what they are about, whichever language says them; `*` is any ending. */
export const frenchSenses = `
i: je j' m' me moi mon ma mes jme jsuis
self: même
he: il lui son sa
she: elle
we: nous notre nos on
partner: mari femme épou* copain copine compagn* conjoint ex fiancé* mec
kin: père papa mère maman beau-père belle-mère frère* soeur* sœur* oncle tante cousin fils petit-fils neveu parents famille grand-mère grand-père beau-frère
child: enfant* bébé fille filles petit petite petits gamin* gosse*
carer: aide infirmi* aide-soignant* ehpad maison surveill*
boss: patron chef entraîneur* prof professeur propriétaire curé coach
no: ne n' pas jamais plus rien pus
nobody: personne aucun*
always: toujours chaque tout toute toutes tous
again: encore recommenc* re retour*
hit: frapp* tap* tape tapé cogn* gifl* pouss* bouscul* étrangl* jette jeté lance attrap* coups coup secou* serre
break: cass* bris* cassée
wound: bleu bleus sang cicatri* côte côtes points marques manches bless* hématome*
body: visage cou gorge bras poignet* bouche cheveux tête ventre doigt* oeil
threat: menac* chantage* jure
force: forc* oblig* viol* abus*
touch: touch* tripot* nue nu photos
shout: crie cri* hurl* gueul* furieu* colère
drunk: ivre bourré* boit bu alcool bouteille
fear: peur* terrif* effray* terreur panique trembl* crain* angoiss*
hide: cach* secret* cachette tais taire taise
watch: vérif* contrôl* surveill* suit espionn* lit position géoloc* caméra compteur traqu* fouill* compte
phone: téléphone portable tel messages sim passe whatsapp numéro
door: porte escalier* palier pas couloir
lock: clé clef clés serrure enferm* ferme
money: argent pension salaire carte banque compte tickets dette* assurance retraite euros
papers: passeport* papiers documents acte signé* testament ordre
food: mange* manger faim repas assiette
illness: kilos pèse balance vomi*
sleep: dor* dormir lit sommeil
wake: réveil* lever lève matin
night: nuit* soir soirée hier noir
room: chambre salle cave cuisine garage sol
house: maison appartement chez
go: pars partir part parti* sors sort quitt* fuir dehors aller va
tell: dire dit dis parle parler racont*
believe: croit croient croire preuve*
police: police plainte juge tribunal gendarm* foyer
doctor: médecin hôpital urgences sage-femme thérap* psy*
help: aid* secours aidez
safe: sécurité danger* sûre
die: mour* meur* mort morte décéd* tombe
kill: tue* tuer tué tuera assassin* poignard*
suicide: suicid* overdose
live: vivre vie vis vivant* exist*
end: fin fini* finir arrêt* assez termin*
gone: dispar* manqu* partie
tired: fatigu* épuis* force forces crevé*
can: peux pourra* supporte tiens tenir
point: sens espoir* raison avenir issue sert but retient
empty: vide* néant
burden: poids fardeau inutile échec honte nul nulle
better: mieux tranquil* soulag* calme paix repos
without: sans
pills: cachet* comprim* médicament* insuline dose pilule*
cut: coup* coupé coupée lame* couteau rasoir ciseaux scarif*
rope: corde poutre pend*
bridge: pont* rail* toit balcon parapet falaise quai train viaduc voie*
water: rivière fleuve mer lac eau fond
car: voiture volant condui* roule arbre camion route
gun: fusil pistolet arme*
bye: adieu* revoir
give: donn* confi* offert
pet: chien* chat plantes
sorry: pardon* désol* excus*
fault: faute*
decide: décid* décision prêt* plan prévu
note: lettre* mot
soon: bientôt dimanche dernier* dernière demain
join: rejoin* retrouver ensemble
thoughts: voix pens* pense vois imagin*
marry: mari* mariage honneur fianç*
birth: naissance accouch* enceinte né née
cry: pleur* larmes
alone: seul* seule solitude
laugh: mdr haha* rire* ris rigol* blague* drôle* lol ptdr
film: film* livre* roman* série histoire polar*
grief: enterr* obsèques funéraill* veuf veuve souven* deuil messe
work: travail* boulot bureau réunion*
thank: merci remerci*
mail: mail* courriel* désabonn* désinscri* boîte newsletter cours leçon
love: amour* aim* ador* heureu* joie beau belle bien content* bonheur
everyday: potager jardin thé café gâteau musique école vélo
`;
