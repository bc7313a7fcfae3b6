/** Said outright: counts whatever a classifier makes of the mail. */
export const frenchOutright = `
  je (veux|voudrais|souhaite) [juste] (mourir|en finir|ne plus vivre), (j'ai|jai) [plus|plus du tout] envie de (mourir|vivre|crever), plus envie de vivre, (me|m') (tuer|pendre|suicider|ôter la vie), mettre fin à (mes jours|ma vie), je (ne veux|veux) plus vivre, pense au suicide, je suis suicidaire, (il|elle|mon mari|mon père|ma mère|mon copain|mon ex|mon compagnon|mon fils|ma femme) (me|nous) (frappe|bat|cogne|tape|étrangle|viole), (il|elle) m'a (frappée|frappé|battue|étranglée|violée|violé|tabassée|cognée), il (va|veut) (me|nous) tuer, j'ai été violée, j'ai été violé, (veut|voulait) (mourir|se tuer|se suicider), a essayé de (se tuer|se suicider|me tuer), un couteau sous (ma|la) gorge
`;
