/** What two people have in common, from the name of the group that holds both, as it stands after "both in". Pure. */

/** "Offshore wind" for a group of that name; null where it names a relation or a place of the user's and no field. */
export const groundOf = (group: string | undefined): string | null => {
  const name = group?.trim() ?? ''
  if (!/^\p{L}[\p{L} &-]{2,28}$/u.test(name) || relations.test(name)) return null
  return name.split(' ').length > 3 ? null : name
}

/** Groups by how somebody is known, not by what they do. */
const relations =
  /friend|famil|client|customer|colleague|team|work|mentor|school|uni|neighbo|people|contacts?|vip|important|old|new|misc|other|freund|kund|kolleg|arbeit|schule|nachbar|wichtig|amis|client|collègue|travail|école|voisin|amig|client|compañer|trabajo|escuela|vecin/iu
