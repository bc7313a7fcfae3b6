import { type Rule, rules } from '../lexicon.ts';

/** What we call one of our mails. */
const AULA = '(?:aula|carta)';
const MAIL = `(?:e-?mails?|mails?|emails?|mensage(?:m|ns)|liç(?:ão|ões)|${AULA}s?|newsletters?|cursos?|correios?|boletins|boletim)`;
const DET =
  '(?:de |do |dos |das |da |os |as |o |a |estes |estas |este |esta |esses |essas |esse |essa |seus |suas |seu |sua |meu |minha |mais |outros |outras |todos |todas |nenhum |nenhuma )*';

/** How people say each command in Portuguese. */
export const commands: readonly Rule[] = [
  ...rules('resume', 'none', [
    '(?:cancel(?:ar|e|em|a)|termin(?:ar|e|em|a)|acab(?:ar|e|em)|tir(?:ar|em|e)|parar|encerrar)(?: com)?(?: a| minha)* pausa',
    'fim da pausa',
    '(?:retom(?:ar|e|em|a|emos)|continu(?:ar|e|em|a|emos)|prossegu(?:ir|e)|reativ(?:ar|e|em|a)|reinici(?:ar|e|em)|recomeç(?:ar|em|a)|recomece|voltar a (?:receber|enviar|começar)|voltem a enviar)',
    '(?:já )?(?:estou|voltei|regressei)(?: de)?(?: volta| regresso)?',
    'de volta',
  ]),
  ...rules('skip', 'none', [
    `(?:salt(?:ar|e|em|a|o)|pul(?:ar|e|em|a|o)|ignor(?:ar|e|em))(?: esta| essa| a| próxima| uma)* (?:lição|${AULA})`,
    `próxima (?:lição|${AULA})`,
  ]),
  ...rules('resend', 'ask', [
    `(?:me )?(?:envi(?:ar|e|em|a)|mand(?:ar|e|em|a))(?:-me)?(?: (?:a|o|lição|${AULA}|dia|última|e-?mail|número|\\d{1,3}))* (?:de novo|outra vez|novamente)`,
    '(?:reenvi(?:ar|e|em|a)|reenviem)(?:-me)?',
    `(?:envi(?:ar|e|em|a)|mand(?:ar|e|em|a))(?:-me)?(?: me)?(?: a| o| lição| ${AULA}| dia| última| e-?mail| \\d{1,3})*(?: de novo| outra vez| novamente)`,
    `(?:eu )?não (?:recebi|chegou)(?: a| o| lição| ${AULA}| dia| última| e-?mail| de hoje| \\d{1,3})+`,
    `(?:perdi|apaguei|eliminei)(?: a| o| lição| ${AULA}| dia| e-?mail| \\d{1,3})+`,
  ]),
  ...rules('export', 'none', [
    '(?:export(?:ar|e|em)|baixar|descarregar|enviem-me|obter|receber|cópia d[oe]s?)(?: todos)?(?: os)?(?: meus)? dados(?: pessoais)?',
    'exportar',
    'direito de acesso',
    'que dados (?:têm|tem|guardam)(?: sobre mim)?',
  ]),
  ...rules('delete', 'none', [
    '(?:apag(?:ar|ue|uem)|elimin(?:ar|e|em)|exclu(?:ir|a|am)|delet(?:ar|e|em)|remov(?:er|a|am))(?: todos)?(?: os| a)?(?: meus| minha) (?:dados(?: pessoais)?|conta|perfil|informações)',
    'direito ao (?:esquecimento|apagamento)',
  ]),
  ...rules('status', 'none', [
    `quant[ao]s (?:${AULA}s|lições|e-?mails)(?: (?:faltam|restam|há|são|ainda|no total|ao todo|tem|vou receber))*`,
    `(?:onde|em que (?:lição|${AULA})) (?:estou|vou)`,
    `que (?:lição|${AULA})`,
    `quando (?:chega|vem|é) a próxima (?:lição|${AULA})`,
    'meu (?:status|estado)',
    'status',
    'estado',
  ]),
  ...rules('leave-help', 'none', [
    'como (?:posso |faço para |eu |me |devo |se )*(?:cancel(?:ar|o)(?: (?:a|minha|inscrição|assinatura|subscrição|me|isto|isso))+|descadastr(?:ar|o)|desinscrev(?:er|o)|sair da lista|anular (?:a )?(?:subscrição|inscrição)|deixar de receber|cancelar$)',
    'onde (?:está|fica|posso)(?: o)?(?: link)?(?: de| para| me)* (?:descadastr\\p{L}+|cancel\\p{L}+|desinscri\\p{L}+)',
    'não (?:consigo|posso)(?: me)? (?:descadastrar|cancelar|desinscrever)',
  ]),
  ...rules('help', 'none', [
    'ajuda',
    'como (?:isto |isso )?funciona',
    'o que posso (?:escrever|fazer|responder)',
    'comandos',
  ]),
  ...rules('repeat', 'none', [
    '(?:recomeçar|começar|reiniciar|voltar)(?: de novo| outra vez)?(?: do| a partir do| ao)? (?:início|zero|princípio|dia 1|começo)',
  ]),
  ...rules('pause', 'none', [
    '(?:paus(?:ar|e|em|a|o|emos)|suspend(?:er|a|am|e)|interromp(?:er|a|am|e)|adiar|congel(?:ar|e|em)|parar temporariamente)',
    `(?:fazer|faça|façam|dar|dê|deem|colocar|coloque|coloquem|pôr|ponha|ponham|tirar|em|preciso de)(?: (?:o|a|os|as|meu|minha|curso|assinatura|lições|${AULA}s|e-?mails?|envio|tudo|uma|um|em|pequena|inscrição|subscrição))* ?(?:pausa|descanso|intervalo)`,
    '(?:uma )?(?:pequena |breve )?pausa',
    '(?:um )?(?:intervalo|descanso)',
  ]),
  ...rules('hold', 'none', [
    `(?:não|nada de|sem)(?: mais)? (?:${MAIL})`,
    `não (?:me )?(?:envie|enviem|envies|mande|mandem|mandes|enviar|mandar)(?:-me)?(?: (?:nada|mais))?(?: ${DET}${MAIL})?`,
    'nada',
    `(?:parar?|parem|pare|stop|deixar de enviar)(?: (?:os|as|envios|e-?mails|lições|${AULA}s|de enviar))*`,
  ]),
  ...rules('leave', 'ask', [
    '(?:descadastr\\p{L}{1,8}|desinscrev\\p{L}{1,6}|desinscri\\p{L}{1,6}|desassin\\p{L}{1,5}|dessubscrev\\p{L}{1,5}|anular (?:a )?subscrição)(?:-me)?',
    `(?:cancel(?:ar|e|em|a|o|amento)|anul(?:ar|e|em|a|o)|termin(?:ar|e|em)|encerr(?:ar|e|em)|desativ(?:ar|e|em))(?: (?:a|o|minha|meu|esta|este|da|do|as|os|essa|esse))* ?(?:assinatura|subscrição|inscrição|curso|newsletter|lista|envios?|e-?mails?|cadastro|registo|registro|recebimento)`,
    '(?:cancel|anul)(?:ar|em|e)-me',
    '(?:me )?(?:remov|retir|tir|exclu|elimin|apag|desinscrev|risc)\\p{L}{0,4}(?:-me| me)?(?: (?:o|meu|e-?mail|nome|endereço|email))*(?: (?:de|da|do|desta|dessa|vossa|sua|tua))* ?(?:lista|base|newsletter|curso|mailing|listas|banco de dados)',
    '(?:me )?(?:removam|remova|remove|retirem|retire|retira|tirem|tire|tira|excluam|exclua|descadastre|descadastrem|desinscreva|desinscrevam)(?:-me| me)?$',
    `(?:par(?:ar|e|em|a)|deix(?:ar|e|em|a)|cess(?:ar|e|em))(?: (?:de|com))(?: me)? ?(?:enviar|mandar|receber|escrever|incomodar|contactar|contatar|spam|os|as)?(?:-me| me)?(?: ${DET}${MAIL})?`,
    `não (?:me )?(?:envie|enviem|envies|mande|mandem|mandes|escreva|escrevam|contactem|contatem|incomodem|enviar|mandar)(?:-me)?(?: (?:mais|nada|nunca))*(?: ${DET}${MAIL})?(?: mais)?`,
    `(?:eu )?(?:já )?não (?:quero|desejo|gostaria de|pretendo|tenho interesse|estou interessad[oa]|preciso)(?: (?:mais|receber|continuar|nada|a|de|ser|estar|inscrit[oa]|participar|em))*(?: ${DET}${MAIL})?(?: mais)?(?<=(?:mais|já não).{0,90})`,
    `(?:chega|basta) de ${DET}${MAIL}`,
    `(?:nunca|não) mais`,
    'deixem-me em paz',
    'sair (?:da lista|do curso|desta lista|deste curso)',
  ]),
  ...rules('leave', 'none', [
    '(?:cancelar|cancela|cancele|cancelem|parar|pare|parem|para|basta|chega|stop|terminar|fim|sair|encerrar|remover)',
  ]),
];
