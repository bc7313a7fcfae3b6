/** Words by what they are about, whichever language says them; `*` is any ending. */
export const spanishSenses = `
i: yo me mi mis mí conmigo
self: misma mismo
he: él le lo su
she: ella la
we: nosotr* nos nuestr*
partner: marido esposo esposa mujer novio novia pareja ex compañer* parienta
kin: padre papá papa madre mamá mama padrastro madrastra hermano* hermana* tío tia tía primo hijo nieto* sobrino padres familia abuel* suegr* cuñad*
child: niño* niña* niñ* bebé bebe hija hijas hijos pequeñ* nene nena chiquit* crío*
carer: cuidadora cuidador enfermera residencia encargad*
boss: jefe jefa patrón patron casero entrenador* profesor* profe cura maestro
no: no nunca ni jamás nada
nobody: nadie ningun*
always: siempre cada todo todas
again: vuelvo volví otra volvió
hit: pega pegó pegaba pegar golpe* golpea* golpeó patea* empuj* ahorc* estrangul* tira tiró lanz* agarr* abofete* zarande* bofetad* tortazo
break: rompe* rompió rota roto rotas
wound: morad* moretón* moretones sangr* cicatri* costilla* puntos marcas manga mangas herida*
body: cara cuello garganta brazo* muñeca* boca pelo cabeza vientre barriga dedo* ojo
threat: amenaz* chantaje* jur* juró
force: oblig* fuerza viol* abus* forz*
touch: toca tocó tocaba manose* desnud* fotos
shout: grit* chill* furios* enfada enojad* rabia
drunk: borrach* bebe* bebid* tomad* botella alcohol
fear: miedo* asust* terror pánico panico tembl* temo pavor
hide: escond* secreto ocult* callad* escondidas
watch: revis* control* vigil* sigue espía* espi* lee ubicación cámara cuentakilómetros rastre* cuenta
phone: teléfono movil móvil celular mensajes contraseña whatsapp
door: puerta escalera* pasos portal
lock: llave* cerradura encerr* cierra candado
money: dinero pensión pension sueldo tarjeta banco cobra tickets deuda* seguro plata
papers: pasaporte* papeles documentos partida firm* testamento
food: comer come comida hambre plato
illness: kilos peso báscula vomit* vómit*
sleep: dorm* duerm* cama sueño
wake: despert* despierte levant* mañana
night: noche* anoche madrugada oscur*
room: cuarto habitación baño sótano cocina garaje suelo
house: casa piso hogar
go: irme voy salgo sale ir fui dejar dej* huir escap* fuera marcho marcharme
tell: decir dice digo dijo hablo contar cuento contarlo
believe: cree creen creer prueba*
police: policía policia denunci* juez juzgado orden acogida
doctor: médico médica hospital urgencias matrona terap* psic*
help: ayud* socorro auxilio
safe: segur* peligro*
die: mor* muer* murió muerto muerta muerte tumba
kill: mata* matar* mató asesin* apuñal*
suicide: suicid* sobredosis
live: vivir vivo vida vive exist*
end: fin acab* termin* basta final parar
gone: desaparec* extrañ* falta echar* irme
tired: cansad* agotad* fuerzas cansancio
can: puedo puede aguanto soporto aguant* resist*
point: sentido esperanza* razón motivo futuro salida vale
empty: vací* vacio hueco
burden: carga estorb* inútil fracas* vergüenza
better: mejor tranquil* alivio paz descans*
without: sin
pills: pastilla* medicament* insulina dosis píldor*
cut: cort* bistur* cuchill* navaja tijeras
rope: soga cuerda viga colg* ahorcarme
bridge: puente* vía* tejado azotea balcón baranda andén acantilado tren pilar
water: río mar lago agua pozo
car: coche volante volantazo conduc* carro árbol camión carretera
gun: pistola escopeta arma*
bye: adiós adios despedi* despid*
give: regal* di doy repart*
pet: perro* gato* macetas plantas
sorry: perdón perdon* siento disculp*
fault: culpa*
decide: decid* decisión listo plan preparad*
note: carta* nota
soon: pronto domingo último última
join: reunir* juntos alcanz*
thoughts: voz voces pens* pienso veo imagin*
marry: casar* boda honor casad*
birth: nació parto embaraz* nacimiento
cry: llor* lágrimas
alone: sola solo soledad
laugh: jaja* jaj risa* reír* broma gracios*
film: película* peli libro* novela* serie historia
grief: entierro velorio funeral viud* recuerd* duelo luto
work: trabaj* oficina turno reunion*
thank: gracias agradec* agradezco
mail: correo* correos baja suscrip* boletín curso lección
love: amor* quer* encant* feliz alegr* bonit* lind* bien contenta hermos*
everyday: huerto jardín té café pastel música colegio bici
`;
