/** Words by what they are about, whichever language says them; `*` is any ending. */
export const englishSenses = `
i: i i'm im i've i'd i'll me my mine
self: myself himself herself yourself themselves ourselves
he: he he's hes him his
she: she she's shes her hers
we: we us our
partner: husband* hubby wife boyfriend* bf girlfriend* gf partner* fiance* ex bloke fella missus spouse
kin: father dad daddy stepdad stepfather mother mum mom mam mummy stepmother brother* sister* uncle* aunt* cousin* son grandson* granddaughter nephew* stepson inlaws parents family grandad granddad grandpa gran nan
child: child* kid kids baby babies bub boy boys girl girls daughter* toddler* bairn* little infant cot newborn
carer: carer* caregiver* aide nurse* staff warden*
boss: boss employer* landlord coach* teacher* manager* agency foreman priest pastor trainer trafficker*
no: not no never n't don't dont can't cant won't wont isn't didn't doesn't nothing
nobody: nobody noone none anyone anybody
always: always every each constantly everything
again: again another back
hit: hit hits hitting beat beats beating kick* punch* slap* shove* push* pushed chok* strangl* grab* throw* threw belt smack* drag* pinch* slam* batter* thump* twist* burn* burned burnt
break: broke broken break* smash* crack* snap*
wound: bruis* blood* bleed* scar scars rib ribs stitch* marks mark fracture* wound* injur* sleeves concuss* swollen
body: face neck throat arm arms wrist* mouth hair head stomach belly fingers finger eye
threat: threat* warn* blackmail* swore swear*
force: forc* rape* raped abus* molest* grope* made makes coerc* assault*
touch: touch* hands undress* naked nude* photos pictures pics
shout: shout* yell* scream* holler* roar* rage* rages temper furious angry
drunk: drunk drink* drank booze* bottle vodka whisky whiskey beers sober
fear: afraid scared scare* fear* terrif* frighten* dread* panic* flinch*
hide: hid hide* hidden hiding secret* quietly pretend* behind
watch: check* tracks track* follow* spy* watch* monitor* stalk* camera* location gps mileage milometer airtag
phone: phone* mobile sim ipad laptop tablet messages texts password*
door: door* handle stairs doorway landing steps
lock: lock* key keys shut bolt*
money: money wages salary pension* card cards bank account cash checks receipts receipt debt* benefits insurance
papers: passport* papers document* certificate* visa signed will affairs
food: eat* ate food meal* starv* hungry dinner
illness: kilos weigh* scale vomit* purge* purging threw puk*
sleep: sleep* asleep slept bed
wake: wake* woke waking morning* mornings
night: night* tonight evening dark
room: room* bedroom bathroom cellar basement closet garage attic floor
house: house home flat apartment
go: leave leaves left leaving go goes going went run ran out escape* away walk*
tell: tell* told say* said speak* talk*
believe: believ* proof
police: police* cops court officer* restraining custody refuge shelter*
doctor: doctor* hospital* er gp ward midwife therap* psych*
help: help* save rescue please
safe: safe* safety danger* unsafe
die: die* died dying dead death grave
kill: kill* murder* shoot* stab*
suicide: suicid* kms unalive selfharm overdos*
live: live* life living alive exist*
end: end* ending over finish* done stop* stopped enough
gone: gone disappear* vanish* existing miss* notice*
tired: tired exhaust* weary drained
can: can could couldn't cannot
point: point sense hope* reason purpose future use meaning* worth worthless
empty: empty* numb nothing hollow void
burden: burden* weight useless waste failure shame asham*
better: better easier relief relieved calm calmly peace quieter
without: without
pills: pill* tablet* meds medication* insulin paracetamol stash* dose
cut: cut* cutting razor* blade* scissors knife knives slit* scratch*
rope: rope* noose beam* rafters hang*
bridge: bridge* rail* roof* cliff* ledge* edge tracks platform balcony train* viaduct
water: river* lake* sea canal water tide deep
car: car wheel drive* driving drove road* truck lorry tree* brakes
gun: gun* rifle* shotgun pistol
bye: goodbye* farewell bye
give: gave give* given giving
pet: dog* cat cats plants horse
sorry: sorry forgive* apolog*
fault: fault* blame*
decide: decid* ready plan* prepared
note: note notes letter* wrote
soon: soon tomorrow sunday last final*
join: join* follow* together
thoughts: voice* thought* think* imagin* picture
marry: marr* wedding bride honor honour
birth: birth* pregnan* born breast* weeks
cry: cry* cried tears weep* sob*
alone: alone lonely
laugh: lol haha* laugh* joke* funny hilarious giggl* grin*
film: film* movie* book* novel* series thriller* writer story character* documentary
grief: funeral buried passed cremat* widow* memory memories remember*
work: work* job office shift interview meeting*
thank: thank* thanks cheers grateful
mail: email* mail unsubscribe inbox newsletter course lesson*
love: love* loved lovely happy joy* enjoy* beautiful nice good glad
everyday: spider* mouse garden tea coffee cake music school bike
`;
