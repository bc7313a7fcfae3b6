import { type Rule, rules } from '../lexicon.ts';

/** What we call one of our mails. */
const LECON = '(?:leçon|lettre)';
const MAIL = `(?:e-?mails?|mails?|courriels?|messages?|${LECON}s?|newsletters?|lettres?|cours|courriers?|infolettres?)`;
const DET =
  "(?:de |des |d'|du |les |le |la |l'|ces |ce |cette |cet |vos |votre |mes |mon |ma |tous |toutes |autres |nouveaux |plus )*";

/** How people say each command in French. */
export const commands: readonly Rule[] = [
  ...rules('resume', 'none', [
    '(?:annule[rz]?|arrête[rz]?|termine[rz]?|fini[rst]?|lever|supprime[rz]?)(?: la| ma| cette)? pause',
    '(?:reprendre|reprise|reprenez|reprends|reprenons|continuer|continuez|continue|poursuivre|poursuivez|réactiver|réactivez|relancer|relancez|recommencer|recommencez|redémarrer)',
    '(?:je suis|me voilà|me voici)(?: de)? (?:retour|revenue?|là)',
    'de retour',
    '(?:fin de la|fin de) pause',
    `(?:envoyez|envoie)(?:-moi)? (?:de nouveau|à nouveau) les ${LECON}s`,
  ]),
  ...rules('skip', 'none', [
    `(?:sauter|saute[rz]?|passe[rz]?|ignore[rz]?)(?: à)?(?: cette| la| prochaine| une)* (?:${LECON}|suivante)`,
    `${LECON} suivante`,
  ]),
  ...rules('resend', 'ask', [
    '(?:renvoye[rz]|renvoie[sz]?|renvoyer)(?:-moi)?',
    `(?:envoye[rz]|envoie)(?:-moi| moi)?(?: la| le| ${LECON}| jour| dernière| \\d{1,3})* (?:à nouveau|de nouveau|encore une fois)`,
    `je n'ai pas (?:reçu|eu)(?: la| le| ${LECON}| jour| mail| dernière| d'aujourd'hui| \\d{1,3})+`,
    `(?:j'ai )(?:perdu|supprimé|effacé)(?: la| le| ${LECON}| jour| mail| dernière| \\d{1,3})+`,
  ]),
  ...rules('export', 'none', [
    '(?:exporter?|exportez|télécharger|envoyez-moi|obtenir|recevoir|copie de)(?: toutes)?(?: mes)? ?données(?: personnelles)?',
    'export(?: de mes données)?',
    "droit d'accès",
    'quelles données (?:avez-vous|possédez-vous|conservez-vous)(?: sur moi)?',
  ]),
  ...rules('delete', 'none', [
    '(?:supprime[rz]?|efface[rz]?|détrui[rsez]+)(?: toutes?)?(?: mes| mon) (?:données(?: personnelles)?|compte|profil|informations)',
    "droit à l'(?:oubli|effacement)",
    'suppression de (?:mon compte|mes données)',
  ]),
  ...rules('status', 'none', [
    `combien de ${LECON}s(?: (?:reste-t-il|il|reste|restent|y a-t-il|me|il me reste|encore|en tout|au total))*`,
    'où en suis-je',
    "où (?:est-ce que )?j'en suis",
    `quelle ${LECON}`,
    `quand (?:arrive|vient|est) la prochaine ${LECON}`,
    'mon statut',
  ]),
  ...rules('leave-help', 'none', [
    `comment(?: puis-je| je peux| peut-on| faire pour| est-ce que je peux| dois-je faire pour| fait-on pour| je fais pour)?(?: me| m'| se| s'| je me)* ?(?:désabonne[rz]?|désinscri(?:re|s)|désinscris|désabonne|résilier|arrêter (?:de recevoir|ces|les) ?(?:e-?mails?|mails?|${LECON}s|messages)?)`,
    'où (?:est|se trouve)(?: le)? lien de (?:désinscription|désabonnement)',
    "je (?:n'arrive|ne parviens|ne peux|n'arrive) pas à? ?(?:me |m')?(?:désabonner|désinscrire)",
  ]),
  ...rules('help', 'none', [
    'aide',
    'comment ça (?:marche|fonctionne)',
    'que puis-je (?:écrire|faire|répondre)',
    'commandes',
  ]),
  ...rules('repeat', 'none', [
    `(?:recommencer|reprendre|repartir|redémarrer) (?:depuis le |au |à |du |de )?(?:début|zéro|(?:la )?${LECON} 1|jour 1)`,
    'tout recommencer',
  ]),
  ...rules('pause', 'none', [
    '(?:pause|une pause|suspension)',
    `(?:faire|prendre|mettre|mettez|mets|besoin d')(?: (?:mon|le|la|les|ma|mes|l'|ce|cours|abonnement|${LECON}s|envois|moi|e-?mails?|mails?|tout|une|petite|en|formation|courte))* ?pause`,
    '(?:suspend(?:re|ez|s)|interromp(?:re|ez|s)|interrompre|geler|gelez|reporter|reportez|mettre en veille|pauser)',
    '(?:une )?(?:petite |courte )?pause',
    '(?:en|sur) pause',
    'une (?:petite |courte )?pause',
  ]),
  ...rules('hold', 'none', [
    `(?:pas|plus|aucun)(?: de| d'|e)? ?(?:${LECON}s?|e-?mails?|mails?|messages?|cours)`,
    `ne (?:m'envoyez|m'envoie|rien envoyer|m'envoyez plus|m'envoie plus) ?(?:rien|pas|plus)?(?: (?:de |d')?(?:${LECON}s?|e-?mails?|mails?|messages?))?`,
    'rien',
    `arrête[rz]?(?: les?)?(?: (?:envois?|${LECON}s|mails|e-?mails))?`,
    'stop',
  ]),
  ...rules('leave', 'ask', [
    "(?:me |m'|se |s')?(?:désinscri(?:re|s|vez|ption|t)|désabonne(?:r|z|ment|s)?|désinscrire|desinscri(?:re|ption|vez)|desabonne(?:r|z|ment)|désinscrivez|désabonnez|résili(?:er|ez|ation|e)|désincription)(?:-moi| moi)?",
    "(?:retire|enlève|supprime|ôte|raye|efface|sortir|sort)[rez]{0,3}(?:-moi| moi| me|z-moi)?(?: (?:mon|mes|ma|l'|adresse|e-?mail|mail|nom))*(?: (?:de|d'|des|du|votre|vos|cette|la|les|mailing))*[ -]?(?:listes?|fichiers?|base|diffusion|newsletter|cours)(?: de diffusion)?",
    '(?:retire|enlève|supprime|désinscris)[rez]{0,2}-moi',
    `(?:cesse|arrête|stoppe)[rz]?(?: (?:de|d'))? ?(?:m'envoyer|me envoyer|m'écrire|me contacter|m'importuner|me spammer|les envois|l'envoi|de m'envoyer|recevoir|de recevoir)(?: ${DET}${MAIL})?`,
    `(?:annule|arrête|résilie|stoppe|termine|cesse)[rz]?(?: (?:mon|l'|le|les|la|ma|ces|cette|vos))? ?(?:abonnement|inscription|cours|newsletter|envois?|mails|e-?mails|souscription|messages)`,
    `ne (?:m'envoyez|m'envoie|m'écrivez|me contactez|m'adressez|m'envoyer|me envoyez)(?:-moi)? (?:plus|pas|jamais|rien)(?: (?:de|d'|aucun|rien|ces|vos))* ?(?:${MAIL})?`,
    `(?:je )?(?:ne |n')?(?:veux|souhaite|désire|voudrais|souhaiterais) plus(?: (?:jamais|rien))?(?: recevoir| être| continuer| faire| avoir| participer| suivre)*(?: (?:inscrite?|abonnée?|partie))?(?: ${DET}${MAIL})?`,
    `(?:ne )?(?:pas|plus) recevoir ${DET}${MAIL}`,
    `plus(?: (?:jamais|rien))? recevoir`,
    `ne plus (?:recevoir|m'envoyer|être|m'écrire)`,
    `plus (?:de |d'|aucun |jamais )${MAIL}`,
    '(?:je )?(?:quitte|quitter)(?: le| la| cette)? (?:cours|liste|newsletter)',
    '(?:plus|pas) intéressée?',
    'laissez-moi tranquille',
    'retrait de la liste',
  ]),
  ...rules('leave', 'none', [
    '(?:stop|arrêt|arrêter|arrêtez|arrête|annuler|annulez|annulation|fin|terminer|quitter|stopper|cesser|cessez)(?: tout)?',
  ]),
];
