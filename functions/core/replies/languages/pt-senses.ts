/** Words by what they are about, whichever language says them; `*` is any ending. */
export const portugueseSenses = `
i: eu me mim meu minha meus minhas comigo
self: mesma mesmo própria próprio
he: ele dele lhe o
she: ela dela a
we: nós nos nossa nosso gente
partner: marido esposo esposa mulher namorad* companheir* ex parceir*
kin: pai mãe padrasto madrasta irmão irmã irmãos tio tia primo filho neto* sobrinho pais família avó avô sogr* cunhad*
child: criança* bebê bebé filha filhas filhos miúd* menin* menina* pequen*
carer: cuidador* enfermeir* lar auxiliar funcionári*
boss: chefe patrão treinador* professor* senhorio padre
no: não nunca nem jamais nada
nobody: ninguém
always: sempre cada tudo todas todos
again: novo outra volta voltou
hit: bate bateu batia bater bat* chut* empurr* esgan* enforc* atira atirou joga jogou agarr* soco* tapa* estalo puxa puxou aperta
break: quebr* part* partiu partido partida
wound: rox* nódoas sangu* cicatri* costela* pontos marcas manga ferid* hematoma*
body: cara rosto pescoço garganta braço* pulso* boca cabelo cabeça barriga dedo* olho
threat: ameaç* chantag* jur*
force: obrig* força* forç* viol* estupr* abus*
touch: toca tocou tocava apalp* nua nu fotos mexe
shout: grit* berr* furios* zangad* raiva bravo
drunk: bêbad* bebe bebeu bebid* bebi garrafa álcool cachaça
fear: medo* assust* terror pânico trem* pavor receio
hide: escond* segredo ocult* cala
watch: control* vigi* segue espi* lê confere quilometragem localização câmera câmara rastre* revist* desconfi*
phone: telemóvel celular telefone mensagens senha whatsapp número
door: porta escada* passos portão
lock: chave* fechadura tranc* fecha fechou
money: dinheiro reforma pensão aposentadoria salário ordenado cartão banco conta recibos dívida* seguro
papers: passaporte* papéis documentos boletins certid* assin* testamento
food: comer come comida fome prato
illness: quilos peso balança vomit*
sleep: dorm* durmo cama sono
wake: acord* levant* manhã
night: noite* ontem madrugada escur*
room: quarto banheiro cave cozinha garagem chão
house: casa apartamento
go: ir vou saio sair sai fui deix* fugir fora embora
tell: dizer diz digo disse falo falar contar conto
believe: acredit* prova*
police: polícia queixa juiz tribunal denúnc* abrigo
doctor: médic* hospital urgência parteira terap* psic*
help: ajud* socorro
safe: segur* perigo*
die: morr* mort* morreu morte túmulo
kill: mata* matar matou assassin* esfaque*
suicide: suicíd* suicid* overdose
live: viver vivo vida vive exist*
end: fim acab* termin* basta final parar chega
gone: desaparec* sum* falta sumir
tired: cansad* exaust* forças cansaço
can: consigo posso aguento suporto aguent*
point: sentido esperança* razão motivo futuro saída vale remédio
empty: vazi* oco
burden: fardo peso estorvo inútil fracass* vergonha
better: melhor tranquil* alívio paz descans*
without: sem
pills: comprimido* remédio* pílula* insulina dose
cut: cort* lâmina* faca navaja tesoura gilete bisturi
rope: corda viga enforcar pendur*
bridge: ponte* linha telhado varanda grade falésia comboio trem viaduto trilho*
water: rio mar lago água barco colete
car: carro volante conduz* dirig* árvore caminhão camião estrada
gun: pistola espingarda arma*
bye: adeus despe* tchau
give: dei dou dar ofereci entreg*
pet: cão cachorr* gat* gata plantas
sorry: desculp* perdão perdo*
fault: culpa*
decide: decid* decisão pronto plano preparad*
note: carta* bilhete
soon: breve domingo último última amanhã
join: juntar reencontr* ter
thoughts: voz vozes pens* penso vejo imagin*
marry: cas* casamento honra noiv*
birth: nasceu parto grávid* nascimento
cry: chor* lágrimas
alone: sozinh* só solidão
laugh: kkk* haha* rs rir riso ri piada engraçad*
film: filme* livro* romance* série história policiais
grief: enterro velório funeral viúv* lembr* luto saudade*
work: trabalh* escritório turno reuni*
thank: obrigad* agradeç* agradec*
mail: email* e-mail lista cancelar assinatura boletim curso lição
love: amor* am* ador* feliz alegr* bonit* lind* bem contente gost*
everyday: horta jardim chá café bolo música escola bicicleta
`;
