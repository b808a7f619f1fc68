/** Which time zone somebody meant who typed the name of none. Pure. */

/** `closestZone('Europe/Berln')` is "Europe/Berlin", and so is `closestZone('berlin')`; null where nothing is near. */
export const closestZone = (
  text: string,
  zones: readonly string[] = Intl.supportedValuesOf('timeZone'),
): string | null => {
  const typed = folded(text)
  if (typed === '') return null
  let closest: string | null = null
  let fewest = Math.min(maxEdits, Math.floor(typed.length / lettersAnEdit)) + 1
  for (const zone of zones) {
    const edits = Math.min(...namesOf(zone).map((name) => editsBetween(typed, name, fewest)))
    if (edits >= fewest) continue
    closest = zone
    fewest = edits
  }
  return closest
}

const maxEdits = 3
/** Of a short word, one wrong letter makes another word. */
const lettersAnEdit = 3

/** The whole, and the city alone. */
const namesOf = (zone: string): readonly string[] => [folded(zone), folded(zone.slice(zone.lastIndexOf('/') + 1))]

/** Without accents, and whatever somebody types between words. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z/+0-9]/g, '')

/** Letters to add, drop or change; `atMost` where there are as many or more. */
const editsBetween = (a: string, b: string, atMost: number): number => {
  if (Math.abs(a.length - b.length) >= atMost) return atMost
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return Math.min(atMost, row[b.length] ?? atMost)
}
