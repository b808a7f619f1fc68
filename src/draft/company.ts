/** What an organisation calls itself, by the domain of an address; null where the domain does not tell. Pure. */
import { mailHosts } from '../model/mail-hosts.ts'

/** "Hafencity Museum" for `jonas@hafencity-museum.example`. Nothing for mail hosts, for families and for abbreviations. */
export const companyAt = ({
  address = '',
  name,
}: {
  readonly address?: string
  readonly name: string
}): string | null => {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  if (domain === '' || mailHosts.has(domain)) return null
  const label = organisationLabel(domain)
  const words = label.split('-')
  if (label.length < minLetters || !/^[a-z]+(?:-[a-z]+)*$/.test(label) || saysMail.test(label)) return null
  const ownNames = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[\s'’-]+/)
  if (ownNames.some((own) => own.length > 2 && label.includes(own))) return null
  return words.map((word) => (small.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1))).join(' ')
}

/** Shorter ones are abbreviations, and nobody can tell how those are written. */
const minLetters = 5

const saysMail = /mail|post(?:box|fach|eo)?$|webmail|correo|inbox|online|provider|hosting/

const small = new Set(['und', 'of', 'and', 'et', 'y', 'de', 'der', 'la', 'am', 'im', 'for', 'the'])

/** `example` in `mail.example.co.uk`. */
const organisationLabel = (domain: string): string => {
  const labels = domain.split('.').slice(0, -1)
  const last = labels.at(-1) ?? ''
  return labels.length > 1 && secondLevels.has(last) ? (labels.at(-2) ?? '') : last
}

const secondLevels = new Set(['co', 'com', 'org', 'net', 'ac', 'gov', 'edu', 'or', 'ne', 'gob', 'asso'])
