/** Spanish for danger, violence, fear of somebody, self-harm, despair. */
export const esDistress = `quiero morir, quiero morirme, me quiero morir, suicidio, suicidarme, me voy a matar, me pega, me pegó, tengo miedo de él, me amenaza, me da miedo volver a casa`;

/** Somebody else reads this mailbox. */
export const esWatched = `me lee los correos, me revisa los correos, lee mis correos, no me respondan, no me contesten`;
