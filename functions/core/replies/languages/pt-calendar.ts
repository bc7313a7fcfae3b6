import type { Language } from './language.ts';
import { ptWhen } from './pt-everyday.ts';

/** How Portuguese names days, times, hours and rhythms. */
export const ptCalendar: Pick<Language, 'calendar' | 'dates' | 'times' | 'clocks' | 'rhythms'> = {
  calendar: {
    months: `janeiro, jan; fevereiro, fev; março, mar; abril, abr; maio, mai; junho, jun; julho, jul; agosto, ago; setembro, set, sept; outubro, out; novembro, nov; dezembro, dez`,
    weekdays: `segunda feira, segunda, 2a feira, 2ª feira, seg; terça feira, terça, 3a feira, 3ª feira; quarta feira, quarta, 4a feira, 4ª feira; quinta feira, quinta, 5a feira, 5ª feira; sexta feira, sexta, 6a feira, 6ª feira, sex; sábado, sáb; domingo, dom`,
    weekdaysEach: `segundas feiras, segundas, segunda feiras; terças feiras, terças, terça feiras; quartas feiras, quartas, quarta feiras; quintas feiras, quintas, quinta feiras; sextas feiras, sextas, sexta feiras; sábados; domingos`,
    numbers: `1 um, uma; 2 dois, duas, um par de, uns dois, umas duas; 3 três, tres; 4 quatro; 5 cinco; 6 seis, meia dúzia de; 7 sete; 8 oito; 9 nove; 10 dez, uma dezena de; 11 onze; 12 doze; 13 treze; 14 quatorze, catorze; 15 quinze; 16 dezesseis, dezasseis; 17 dezessete, dezassete; 18 dezoito; 19 dezenove, dezanove; 20 vinte; 21 vinte e um, vinte e uma; 22 vinte e dois, vinte e duas; 23 vinte e três; 24 vinte e quatro; 25 vinte e cinco; 26 vinte e seis; 27 vinte e sete; 28 vinte e oito; 29 vinte e nove; 30 trinta; 31 trinta e um; 40 quarenta; 45 quarenta e cinco; 60 sessenta; 90 noventa; 100 cem`,
    ordinals: `1 primeiro, um; 2 dois; 3 três; 4 quatro; 5 cinco; 6 seis; 7 sete; 8 oito; 9 nove; 10 dez; 11 onze; 12 doze; 13 treze; 14 quatorze, catorze; 15 quinze; 16 dezesseis, dezasseis; 17 dezessete, dezassete; 18 dezoito; 19 dezenove, dezanove; 20 vinte; 21 vinte e um; 22 vinte e dois; 23 vinte e três; 24 vinte e quatro; 25 vinte e cinco; 26 vinte e seis; 27 vinte e sete; 28 vinte e oito; 29 vinte e nove; 30 trinta; 31 trinta e um`,
    numbering: 'n, nr, num, no, art, pág',
    ordinal: 'º, °, o, ro',
    units: {
      day: 'dia, dias, diazinho, diazinhos, diinhas',
      week: 'semana, semanas, semaninha, semaninhas, sem',
      fortnight: 'quinzena, quinzenas',
      month: 'mês, meses, mesinho, mes',
      year: 'ano, anos, aninho, aninhos',
    },
    holidays: {
      christmasEve: 'véspera de natal, a véspera de natal, consoada, a consoada, a noite de natal',
      christmas: 'natal, o natal, dia de natal, o dia de natal',
      newYearsEve:
        'réveillon, reveillon, o réveillon, passagem de ano, a passagem de ano, véspera de ano novo, a virada do ano, virada do ano, a virada, o fim de ano',
      newYear: 'ano novo, o ano novo, dia de ano novo, o dia de ano novo, ano bom',
      epiphany: 'dia de reis, o dia de reis, os reis, reis, folia de reis',
      valentines: 'dia de são valentim, são valentim',
      ashWednesday: 'quarta feira de cinzas, quarta de cinzas, a quarta de cinzas, cinzas',
      goodFriday: 'sexta feira santa, sexta santa, a sexta feira santa',
      easter: 'páscoa, a páscoa, domingo de páscoa, pascoa',
      easterMonday: 'segunda feira de páscoa, segunda de páscoa',
      ascension: 'ascensão, a ascensão',
      pentecost: 'pentecostes',
      corpusChristi: 'corpus christi, corpo de deus',
      assumption: 'assunção, a assunção',
      allSaints: 'todos os santos, dia de todos os santos',
      thanksgiving: 'ação de graças, dia de ação de graças',
    },
    cities: {
      'são paulo': 'America/Sao_Paulo',
      sampa: 'America/Sao_Paulo',
      'rio de janeiro': 'America/Sao_Paulo',
      rio: 'America/Sao_Paulo',
      brasília: 'America/Sao_Paulo',
      'belo horizonte': 'America/Sao_Paulo',
      curitiba: 'America/Sao_Paulo',
      'porto alegre': 'America/Sao_Paulo',
      florianópolis: 'America/Sao_Paulo',
      salvador: 'America/Bahia',
      recife: 'America/Recife',
      fortaleza: 'America/Fortaleza',
      belém: 'America/Belem',
      manaus: 'America/Manaus',
      cuiabá: 'America/Cuiaba',
      natal: 'America/Fortaleza',
      goiânia: 'America/Sao_Paulo',
      brasil: 'America/Sao_Paulo',
      'o brasil': 'America/Sao_Paulo',
      lisboa: 'Europe/Lisbon',
      porto: 'Europe/Lisbon',
      'o porto': 'Europe/Lisbon',
      portugal: 'Europe/Lisbon',
      coimbra: 'Europe/Lisbon',
      braga: 'Europe/Lisbon',
      faro: 'Europe/Lisbon',
      açores: 'Atlantic/Azores',
      'os açores': 'Atlantic/Azores',
      'ponta delgada': 'Atlantic/Azores',
      madeira: 'Atlantic/Madeira',
      funchal: 'Atlantic/Madeira',
      'a madeira': 'Atlantic/Madeira',
      luanda: 'Africa/Luanda',
      angola: 'Africa/Luanda',
      maputo: 'Africa/Maputo',
      moçambique: 'Africa/Maputo',
      praia: 'Atlantic/Cape_Verde',
      'cabo verde': 'Atlantic/Cape_Verde',
      londres: 'Europe/London',
      paris: 'Europe/Paris',
      berlim: 'Europe/Berlin',
      alemanha: 'Europe/Berlin',
      'a alemanha': 'Europe/Berlin',
      suíça: 'Europe/Zurich',
      'a suíça': 'Europe/Zurich',
      genebra: 'Europe/Zurich',
      zurique: 'Europe/Zurich',
      luxemburgo: 'Europe/Luxembourg',
      'o luxemburgo': 'Europe/Luxembourg',
      'nova york': 'America/New_York',
      'nova iorque': 'America/New_York',
      tóquio: 'Asia/Tokyo',
      japão: 'Asia/Tokyo',
      'o japão': 'Asia/Tokyo',
      madri: 'Europe/Madrid',
      roma: 'Europe/Rome',
      bruxelas: 'Europe/Brussels',
      dublim: 'Europe/Dublin',
      macau: 'Asia/Macau',
      'buenos aires': 'America/Argentina/Buenos_Aires',
    },
  },
  dates: {
    day: `[(o|no|ao|do) dia|dia|o|este|esta|próximo|próxima|nesta|neste|esse|essa|nessa|no próximo|na próxima|a próxima|o próximo|na|no|à|ao|da] [{weekday}] [dia] {day} [de|do] {month} [de|do|do ano] [{year}], [na|a|no|o] {weekday} [dia] {day} [de] [{month}] [de] [{year}], (dia|o dia|no dia|ao dia|do dia|pro dia) {day} [deste mês|do mês|deste|agora|do corrente|do {month}], [o|no|na|a] [{weekday}] [dia] {figures}, [a|o|na|no|esta|este|essa|nesta|neste|próxima|próximo|a próxima|o próximo|na próxima|no próximo|da próxima|à|ao|pra|já na] {weekday} [que vem|próxima|próximo|agora|mesmo|seguinte|que entra|de manhã], {day} {month}, o {day}, (a|ao) {day} de {month}`,
    today: 'hoje, hoje mesmo, o dia de hoje, ainda hoje, hj',
    tomorrow: 'amanhã, amanha, amanhã mesmo, o dia de amanhã, amnh',
    dayAfterTomorrow: 'depois de amanhã, depois de amanha',
    nextWeekday:
      '[a|o|na|no|de] {weekday} da (semana que vem|próxima semana|semana seguinte|outra semana|semana próxima)',
    weekdayAfterNext:
      '[a|o|na|no] {weekday} daqui a duas semanas, {weekday} sem ser a próxima, {weekday} sem ser esta, não esta {weekday} a outra',
    thisWeek: 'esta semana, essa semana, nesta semana, nessa semana, a semana corrente',
    nextWeek:
      'a semana que vem, a próxima semana, semana que vem, próxima semana, na semana que vem, na próxima semana, a semana seguinte, para a semana, a outra semana, semana q vem, semana próxima',
    weekend:
      'o fim de semana, este fim de semana, esse fim de semana, fim de semana, o fds, este fds, fds, o próximo fim de semana, neste fim de semana, findi, o findi, o fim de semana que vem, no fim de semana',
    nextWeekend: 'o outro fim de semana, o fim de semana a seguir',
    thisMonth: 'este mês, esse mês, neste mês, o mês corrente, nesse mês',
    nextMonth:
      'o mês que vem, o próximo mês, mês que vem, próximo mês, no mês que vem, no próximo mês, o mês seguinte, mês q vem',
    nextYear:
      'o ano que vem, o próximo ano, ano que vem, próximo ano, no ano que vem, no próximo ano, para o ano, o ano q vem',
    endOfWeek:
      '[o|ao|no] (fim|final) [da|desta|dessa] semana corrente, [o] final da semana, a semana (acabar|terminar), [o] fim desta semana',
    endOfMonth:
      '[o|ao|no] (fim|final|finais|fins) (do|deste|desse|de) mês, o mês (acabar|terminar|virar), a virada do mês',
    endOfYear:
      '[o|ao|no] (fim|final|finais|fins) (do|deste|desse|de) ano, o ano (acabar|terminar|virar)',
    month:
      '[todo|todo o|o mês de|o mês inteiro de|mês de|o|meados a] {month} [inteiro|todo|completo] [de|do] [{year}]',
    startOf:
      '[o|no] (começo de|início de|princípio de|inícios de|comecinho de|começo do mês de|primeiros dias de|a primeira semana de|entrar|chegar|começar) {month} [de] [{year}]',
    middleOf: '[a|em] (meados de|meio de|o meio de|metade de|a metade de) {month} [de] [{year}]',
    endOf:
      '[o|no|ao] (fim de|final de|fins de|finais de|finzinho de|últimos dias de|a última semana de|finalzinho de) {month} [de] [{year}], passar {month}, acabar {month}',
    holiday:
      '[o|a|no|na|do|da|pro|ao|este|esse|os|dia de|o dia de] {holiday} [de|do] [{year}], passar [o|a] {holiday}',
    afterDate:
      '(depois de|depois do|depois da|após|após o|após a|passado o|passada a|passado|passada|a seguir ao|a seguir à|logo depois do|logo depois da|passar) [o|a|os|as] {date}, [o|no] dia (seguinte|depois) (ao|à|do|da|de) {date}',
    in: '(daqui a|daqui|dentro de|em|de hoje a|daki a) {length}, daqui {length}, {length} depois',
  },
  times: {
    length:
      '[uns|umas|mais|outro|outra|outros|outras|os próximos|as próximas|próximos|próximas|cerca de|mais ou menos|aproximadamente|por volta de|quase|pelo menos|no mínimo|no máximo|só|apenas|somente|os|as|esses|essas|estes|estas|durante] {number} {unit} [a mais|inteiros|inteiras|inteiro|inteira|completos|completas|completo|completa|seguidos|seguidas|só|apenas|e pronto|no máximo], (a|uma) {unit} (inteira|toda|completa), (o|um) {unit} (inteiro|todo|completo), mais (um|uma) {unit}, (toda a|todo o) {unit}, {number} {unit} ou {number}, {number} a {number} {unit}',
    lengthAndHalf: '{number} {unit} e (meio|meia), (um|uma) {unit} e (meio|meia)',
    halfUnit: '(meio|meia) {unit}',
    vague:
      'uns {unit}, umas {unit}, alguns {unit}, algumas {unit}, vários {unit}, várias {unit}, poucos {unit}, poucas {unit}, uns quantos {unit}, umas quantas {unit}, uns bons {unit}, (até depois das|até depois do|até depois da|até acabar|até acabarem|até passar|até passarem|até o fim|até ao fim|até terminar|durante|nas|no|na|até|por|pelas|enquanto durar|depois de|depois das|depois do|até o fim das|até ao fim das|até o fim do|até ao fim do) [as|os|o|a] (férias|verão|inverno|primavera|outono|festas|provas|exames|mudança|casamento|cirurgia|operação|colheita|vindima|safra|obra|obras|carnaval|semestre|temporada|ramadã|neném nascer|bebê nascer|bebé nascer|parto|época de exames|frequências|semana santa|campanha|quadra|fechamento|lançamento)',
    until:
      '(deixa|deixem|deixe|deixamos|vamos deixar|fica|ficamos|podemos deixar|deixar|adia|adiem|adiamos|vamos adiar) (pra|para|para o|para a|pro|pras|para as|lá pra) [o|a|os|as] {date}, [só|somente|apenas] (até|ate|té|ateh|antes de|antes do|antes da) [o|a|ao|à|os|as|no|na|lá] {date}, até (chegar|ser|que chegue|que seja|começar|entrar) [o|a|em] {date}',
    through:
      'até [que] não (passar|passarem|acabar|acabarem) [o|a|os|as] {date}, (melhor|só mesmo|só lá|já só|só) (depois|passado|passada|após) [de|do|da|dos|das] [o|a|os|as] {date}, (até|ate) [o|a|ao|à] {date} (inclusive|incluído|incluindo|incluso|à noite), até (passar|acabar|terminar|ao fim de|o fim de|o fim do|ao fim do|o final de|o final do|ao final de|passado|passada) [o|a] {date}',
    from: '(desde|a partir de|a partir do|a partir da|apartir de|apartir do|a contar de|a contar do|começando em|começando no|começando na|com início em|com efeito a partir de|com efeitos a partir de|já a partir de|de) [o|a] {date} [em diante|para a frente|pra frente|inclusive], (de|do|da) {date} em diante',
    range:
      '(de|do|da|desde|desde o|entre|entre o|entre a|a partir de|a partir do|do dia|entre os dias) {date} (a|ao|à|até|até ao|até o|até a|até à|e|e o|e a|-|ate) {date} [inclusive|incluídos], {date} (a|ao|até|até ao|-) {date}',
    dayRange:
      '[de|do|entre|entre os dias|do dia|dos dias|entre o|desde|dias|nos dias|entre o dia] [dia] {day} (a|ao|até|até ao|até o|e|e o|-|à|até dia) [dia] {day} [de|do] {month} [de] [{year}] [inclusive], (do|de|entre) [dia] {day} (ao|a|até ao|até|e) [dia] {day} [inclusive|deste mês]',
    for: '[por|durante|pra|para|em|de|por uns|só por|apenas por|por apenas|pelo prazo de|pelo período de|por um período de|pelos|pelas|nos|nas|nestes|nestas|nesses|nessas|por mais|lá] [os|as|estes|estas|esses|essas|próximos|próximas|umas|uns] {length} [só|apenas]',
    open: `${ptWhen.open}, [em|durante|por] (essa semana|nessa semana|nesta semana aí|essas semanas|nessas semanas|esse mês|nesse mês|nesse feriado|nessas férias|nesse prazo), até (estar|ficar|estarmos|regressarmos|voltarmos|acabar|terminar|passar|me organizar|me mudar|ter tempo) [de volta|melhor|boa|bom|em casa|isto|isso|tudo|a mudança], [eu|depois] [vos|lhes|te] (aviso|avisarei|avisaremos|avisamos|digo|direi|escrevo) [vocês|depois|mais tarde] [quando (quiser|quisermos|puder|pudermos|voltar|voltarmos|estiver) [voltar|retomar|continuar|de volta|pronta|pronto|melhor]], de forma indefinida, sem prazo certo, sem data certa, até eu (avisar|escrever|dizer alguma coisa), [até] (nessa altura|nessas datas|nesse tempo|nesse período|nessa época|nesse intervalo|nesses dias|neste período|nesta altura|durante esse tempo|durante esse período|durante esses dias|nesse meio tempo), até lá, até então, durante a minha ausência, durante minha ausência, enquanto estiver ausente, sine die, até me (recompor|recuperar|restabelecer|organizar|ajeitar), até eu (me recuperar|me organizar|me ajeitar|voltar a), por enquanto, por ora, por agora, pra já, para já, de momento, no momento, neste momento só, até novo aviso, até segunda ordem, até ordem em contrário, até nova ordem, temporariamente, provisoriamente, indefinidamente, por tempo indeterminado, por tempo indefinido, sem data, sem data de volta, sem prazo, [por|durante] (um tempo|um tempinho|uns tempos|algum tempo|um bocado|um bocadinho|um período|uma temporada|uns dias|uns diazinhos|alguns dias|um instante), até [eu] (avisar|dizer|escrever|pedir|voltar|voltar a avisar|dizer o contrário|dizer qualquer coisa|chamar|retornar|melhorar|dar sinal|dar sinal de vida|conseguir respirar|me recuperar|estar melhor|ficar melhor|poder|regressar|mandar dizer|falar), até que eu (avise|diga|volte|peça|escreva|dê sinal), [depois|eu] [eu] [vos|lhes|te|já] (aviso|digo|aviso eu|aviso vocês|digo quando|aviso quando voltar|falo|chamo) [quando (voltar|puder|quiser|der|regressar)|depois], quando (voltar|der|puder|regressar) [eu] (aviso|digo|escrevo|falo), até à minha volta, até (a|à|o|ao) (minha volta|meu regresso|meu retorno), não é para sempre, não é pra sempre, até as coisas (acalmarem|se acalmarem), até (tudo|isto|isso) (passar|acalmar|acabar), nesse (meio tempo|período|intervalo), nesses dias, nestes dias, esses dias, estes dias, entretanto, enquanto isso, enquanto [eu] (estiver|estou) (fora|de férias|viajando|a viajar|doente|internada|internado|ausente), não sei até quando, sem previsão, sem previsão de volta`,
    back: `${ptWhen.back}, [eu|já|só] (volto|voltarei|voltamos|voltaremos|regresso|regressarei|regressamos|retorno|retornarei|estarei de volta|estou de volta|estaremos de volta|chego|chegamos|vou voltar|vamos voltar|tô de volta|volta|regresso previsto|retorno previsto|recomeço) [a casa|ao trabalho|ao escritório|de viagem|de férias|das férias|pra casa|a estar disponível|só|cá|apenas|à rotina] [a|o|em|no|na|à|ao|lá pra|lá pelo|só|a partir de|pro|dia|para|por volta de|por] {date}, não (volto|regresso|estou|volto antes) [até|antes de|antes do] {date}, [em|no|na|a|dia] {date} (volto|estou de volta|já estou|já estou cá|regresso|voltamos|já voltei|tô de volta|já tô aqui|já estou de volta|estou aí)`,
    during:
      '[em|no|na|nos|nas|durante|para|pra|pro|por|pelo|pela|de|este|neste|nesta|a|só|apenas|o dia|no dia|lá|ao longo de|sobre] [o|a|os|as|todo|toda|todo o|toda a|mês de|dia] {date} [inteiro|inteira|todo|toda|só|apenas]',
    restOfWeek:
      '[por|durante|pelo|no|até ao fim do] (o resto da semana|resto da semana|o que resta da semana|restante da semana|o que falta da semana)',
    restOfMonth:
      '[por|durante|pelo|no] (o resto do mês|resto do mês|o que resta do mês|restante do mês)',
    restOfYear:
      '[por|durante|pelo|no] (o resto do ano|resto do ano|o que resta do ano|restante do ano)',
  },
  clocks: {
    at: '[por volta das|por volta de|lá pelas|lá para as|lá pras|pelas|às|as|pras|para as|pra|para|tipo|tipo às|tipo as|umas|à|a|perto das|depois das|antes das|a partir das|das|ali pelas|cerca das|nas|pelas] {clock} [horas|hrs|hs|h|em ponto] [daqui|de cá|de lá|hora local|horário de brasília|no meu fuso|da minha hora], {clock} [horas|hs|hrs|h]',
    halfPast:
      '[às|as|pelas|pras|para as|lá pelas|à|por volta das|tipo|das] {clock} [horas] e (meia|30|trinta)',
    halfTo: '{nothing}',
    quarterPast: `${ptWhen.quarterPast}, [às|as|pelas|pras|para as|à] {clock} e (um quarto|quarto|15|quinze)`,
    quarterTo:
      '[às|as|pelas|pras] {clock} menos um quarto, [às|as|aos] (um quarto|quinze|15) para (as|a|o) {clock}, [às] um quarto para as {clock}',
    noon: '[ao|a|pelo|para o|pro|por volta do] (meio dia|meiodia), (na|à) hora (do almoço|de almoço), no almoço, ao almoço, 12h, antes do almoço',
    midnight: '[à|a|pela|para a|pra] (meia noite|meianoite)',
    inTheMorning:
      '(de|da|pela|na|à|para a|pra) (manhã|manha|manhãzinha|manhazinha) [cedo|cedinho], (de|da|na|pela) madrugada, de manhã, todas as manhãs de manhã, cedo, cedinho, bem cedo, bem cedinho, logo cedo, logo de manhã, logo pela manhã, am, no café da manhã, ao pequeno almoço, antes do trabalho, matinal, antes de sair para o trabalho, ao acordar, quando acordo, no comecinho do dia, ao despertar, pelas manhãs',
    inTheAfternoon:
      '(de|da|à|pela|na|para a|pra) (tarde|tardinha), depois do almoço, a seguir ao almoço, após o almoço, ao lanche, no meio da tarde, à tardinha, no período da tarde, vespertino, pelas tardes',
    inTheEvening:
      'no fim da tarde, ao fim da tarde, no final da tarde, ao final da tarde, no fim do dia, ao fim do dia, ao final do dia, no final do dia, depois do trabalho, depois do expediente, ao jantar, depois do jantar, após o jantar, ao entardecer, ao anoitecer, pm, na volta do trabalho, a seguir ao jantar, de tardezinha',
    atNight:
      '(de|da|à|pela|na|para a|pra|toda) (noite|noitinha), antes de dormir, ao deitar, na hora de dormir, antes de deitar, bem tarde da noite, tarde da noite, noturno, nocturno, antes de ir para a cama, pelas noites, antes de ir dormir',
  },
  rhythms: {
    daily:
      'todos os dias, todo dia, todo santo dia, cada dia, diariamente, diário, diária, diárias, diários, um por dia, uma por dia, uma vez por dia, uma vez ao dia, todas as manhãs, toda manhã, todas as noites, toda noite, de segunda a domingo, os sete dias da semana, dia sim dia também',
    weekdays: `${ptWhen.weekdays}, [só|somente|apenas|nos|em|aos] (dias úteis|dias de semana|dias da semana|dias de trabalho|dias laborais|dia de semana|dia útil), durante a semana só, só durante a semana, [só|somente|apenas] [de|da] {weekday} (a|à|até|até à|-|ate) {weekday} [só|apenas], no meio da semana só, à semana`,
    weekends:
      '[só|somente|apenas|mais|melhor] [nos|aos|no|ao|em|para os|para o|pros|pro|de] (fins de semana|fim de semana|finais de semana|final de semana|fds|fins de semanas|findi), todo fim de semana, todos os fins de semana',
    onDays: `${ptWhen.onDays}, [só|somente|apenas|unicamente|mais] [às|aos|as|os|nas|nos|todas as|todos os|toda|todo|em|na|no|à|pras|pros|para as|para os|para a|pra|pro|cada] {each} [só|apenas|e pronto|somente|e basta], (só|somente|apenas) [na|no|à|ao|de|em] {weekday}, uma {weekday} por semana, (toda|todo|todas as|todos os|cada) {weekday}, (às|aos|as|nas) {weekday}`,
    notOnDays:
      '(tira|tirem|tire|retirem|retira|corta|cortem|pula|pulem|fora|excluam|saltem) (o|os|as|a) {each}, (tira|tirem|tire|retirem|retira|corta|cortem|excluam|pula|saltem) (o|a) {weekday}, (não|nunca|nada|nenhum|nenhuma|menos|salvo|exceto|excepto|tirando|sem|fora|sem ser|a não ser|todos os dias menos|todo dia menos|todos os dias exceto|todos os dias excepto|todo dia exceto|nem|não mandem|não mande|não manda|não enviem|não envie|não envia|não me mandem|não me mande|não me manda|não me enviem|não me envie|não me escrevam|que não me cheguem|não quero receber|não quero|não escrevam|sem cartas|sem emails|nada de) [cartas|emails|e-mails|mensagens|nada|carta|email|receber|mail] [às|aos|as|os|nas|nos|na|no|à|ao|de|em|todas as] {each}, (menos|salvo|exceto|excepto|não|nada|sem|tirando|fora) [às|aos|as|os|nas|nos|na|no|à|ao|de|a|o] {weekday}, (às|aos|as|os|nas|nos|na|no|à|ao) {weekday} não, {each} não, (às|aos|nas|nos) {each} não',
    notOnWeekends:
      '(não|nunca|nada|menos|salvo|exceto|excepto|tirando|sem|fora|nem|sem ser|todos os dias menos|todo dia menos|sem cartas|sem emails|não mandem|não mande|não manda|não enviem|não quero|não me mandem|não me mande|não me manda|não me enviem|não me envie|não me escrevam|que não me cheguem|não quero receber|não escrevam|nada de) [cartas|emails|e-mails|nada|mensagens|receber|carta|email] [nos|no|aos|ao|o|os|em|de|durante o] (fins de semana|fim de semana|finais de semana|final de semana|fds), [aos|nos|no|ao] (fins de semana|fim de semana|finais de semana|final de semana|fds) (não|nada|livre|livres|nem pensar), [nem|não] [aos] sábados (nem|e) [aos] domingos não, nem [aos] sábados nem [aos] domingos, sábado e domingo não, sábados e domingos não, nem sábado nem domingo',
    everyOtherDay:
      '(carta|cartas|email) dia sim dia não, (alternar|alternem|alterna|alterne) [os] dias, hoje carta amanhã (não|nada|descanso), uma (a cada|cada) (dois|2) dias, um (a cada|cada) (dois|2) dias, uma de (dois em dois|2 em 2) dias, um dia sim e o outro não, dia sim outro não, dia sim e outro não, dia sim dia não, dia sim e dia não, um dia sim outro não, um dia sim um dia não, um dia sim e outro não, um dia sim e um não, um dia sim e um dia não, em dias alternados, dias alternados, de dois em dois dias, de 2 em 2 dias, a cada dois dias, a cada 2 dias, cada dois dias, dia não dia sim, alternando os dias, um dia cada dois',
    perWeek:
      '[só|somente|apenas|com|umas|uns|no máximo|máximo|até] {number} [cartas|emails|e-mails|vezes|dias|mensagens|carta|email|delas|mails|lições] (por|na|à|a|cada|ao|x|/) semana, {number} semanais, {number} cartas semanais',
    weekly:
      '[só|somente|apenas|com] uma vez (por|na|à|a|cada) semana, semanal, semanalmente, (uma|um|1) (por|à|na|a cada|cada|x) semana, (uma carta|um email|um e-mail|uma mensagem|um mail|uma só|uma lição|uma cartinha|uma vezinha) (por|à|na|cada|a cada) semana, toda semana, todas as semanas, cada semana, a cada semana, de semana em semana, de 7 em 7 dias, a cada sete dias, de oito em oito dias, 1x por semana, 1 x por semana, 1 vez por semana, ritmo semanal, uma carta semanal, um email semanal',
    twiceWeekly:
      '[só|somente|apenas|com] duas vezes (por|na|à|a|cada) semana, (duas|dois) (por|à|na|a cada|cada) semana, (duas cartas|dois emails|duas mensagens|dois e-mails|dois mails) (por|à|na|cada) semana, 2 x por semana, 2 vezes por semana, 2x por semana, bissemanal, umas duas vezes por semana',
    slower:
      '(espacem|espaça|espace|espaçar|espaçem) [as cartas|mais|um pouco], (bota|põe|ponham|pôr) (menos pressa|mais calma), a (conta gotas|passo de tartaruga|fogo baixo|lume brando), (abrandem|abranda|abrande|aliviem|alivia|alivie|maneirem|maneira aí|vão|vai|vá) [lá] [um pouco|mais] (o ritmo|a marcha|o passo|devagar|com calma|na dose|a dose), mais devagar, devagar, mais devagarinho, devagarinho, mais lento, mais lenta, mais lentamente, mais lentas, com mais calma, mais espaçado, mais espaçada, mais espaçadas, mais espaçados, [mais] (espaçar|espacem|espace|espaça|espaçando) [mais|um pouco|um pouco mais|um bocadinho|um bocado] [as cartas|os emails|os envios|os e-mails], menos, menos (cartas|emails|e-mails|mensagens|vezes|frequente|frequentes|frequência|mails|envios|quantidade|coisa), com menos frequência, com menor frequência, menor frequência, não tão (frequente|frequentes|rápido|seguido|depressa|seguidas), não tantas [cartas|vezes], não tantos [emails|e-mails], não todos os dias, nem todo dia, nem todos os dias, demasiado (rápido|frequente|depressa), rápido demais, frequente demais, muito rápido, num ritmo mais (lento|calmo|tranquilo|devagar), a um ritmo mais (lento|calmo|tranquilo), um ritmo mais (lento|calmo|tranquilo|leve), (diminuir|diminui|diminuam|diminua|reduzir|reduz|reduzam|reduza|baixar|baixem|baixa|abrandar|abrandem|abranda|desacelerar|desacelera|desacelerem) [um pouco|um bocado|mais] [o ritmo|a frequência|a quantidade|a velocidade|o passo|os envios|o volume|o número], de vez em quando, mais de vez em quando, com mais (tempo|espaço|intervalo) entre (elas|cartas|as cartas|uma e outra|os emails|cada carta), mais intervalo entre as cartas, mais esporádico',
    faster:
      'mais rápido, mais rápida, mais depressa, mais seguido, mais seguidas, mais frequente, mais frequentes, mais vezes, com mais frequência, com maior frequência, mais frequência, acelerar [o ritmo|o curso], acelera [o ritmo], acelerem [o ritmo], a um ritmo mais rápido, num ritmo mais rápido, duas por dia, dois por dia, duas vezes por dia, todas de uma vez, tudo de uma vez, todas juntas, tudo junto, lento demais, devagar demais, muito lento, muito devagar, dose dupla',
    zone: `${ptWhen.zone}, [agora] [já] [eu] (moro|moramos|vivo|vivemos|resido) [agora] (em|no|na|nos) {city} [agora], agora (estou|estamos|tô) [morando|a viver|a morar] (em|no|na|nos) {city}, (estou|estamos|tô) (morando|vivendo|a viver|a morar|agora) (em|no|na|nos) {city}, [eu|acabei de] [me] (mudei|mudámos|mudamos|nos mudamos|mudar|mudo|mudando) [me|nos|de vez] [para|pra|pro|p|a|ao] [o|a|os] {city}, (fui|fomos|vim|viemos|vou) (viver|morar) (para|pra|em|no|na) [o|a] {city}, [no|ao|o|pelo|meu] (horário|fuso|fuso horário|hora) [horário] (de|do|da|dos|é|é o de|agora é o de|agora é|para|pro de|para o de) {city}, hora (de|do|da) {city}, {zone}, [meu] fuso [horário] [é] {zone}, (hora|horário) [local] (de|do|da) {city}`,
  },
};
