/**
 * `X-Gmail-Labels` as Google Takeout writes it: a line of CSV, RFC 2047-encoded where it is not ASCII, in the language of
 * whoever asked for the export. What comes out are the Gmail API's names. A person's own labels are left out: the
 * product never asks for their names. Pure.
 */
import { decodeWords } from 'postal-mime'

/** The labels of a letter, as far as they are Gmail's own. */
export const gmailLabels = (header: string): readonly string[] => {
  const known = read.get(header)
  if (known !== undefined) return known
  const labels = [...new Set(csvFields(decodeWords(header)).flatMap((field) => labelOf(field) ?? []))]
  const shared = sharedLabels(labels)
  if (read.size < maxRemembered) read.set(header, shared)
  return shared
}

/** One list for all letters with the same labels: a mailbox has few combinations and very many letters. */
export const sharedLabels = (labels: readonly string[]): readonly string[] => {
  const key = labels.join()
  const known = combinations.get(key)
  if (known !== undefined) return known
  combinations.set(key, labels)
  return labels
}

const read = new Map<string, readonly string[]>()
const maxRemembered = 10_000
const combinations = new Map<string, readonly string[]>()

/** Quotes stand around a field with a comma, and doubled or alone within one: `Kategorie: "Werbung"`. */
const csvFields = (line: string): readonly string[] =>
  (line.match(/(?:"(?:[^"]|"")*"|[^,"]|"(?!,))+/g) ?? []).map((field) => field.trim())

/**
 * Takeout's words for Gmail's own labels. English and German stand in exports seen in public; the others in the tables of
 * programs that import them. Opened, archived and the like name no label: the Gmail API has none for them.
 */
const words: Readonly<Record<string, string>> = {
  INBOX: 'Inbox|Posteingang|Boîte de réception|Recibidos|Posta in arrivo|Postvak IN|Caixa de entrada|Doručené',
  SENT: 'Sent|Sent Mail|Gesendet|Gesendete Nachrichten|Envoyé|Envoyés|Messages envoyés|Enviados|Enviado|Inviata|Posta inviata|Inviati|Verzonden|Odeslané|Odesláno',
  DRAFT:
    'Draft|Drafts|Entwurf|Entwürfe|Brouillon|Brouillons|Borrador|Borradores|Bozza|Bozze|Concept|Concepten|Rascunho|Rascunhos|Koncepty',
  TRASH: 'Trash|Bin|Papierkorb|Corbeille|Papelera|Cestino|Prullenbak|Lixeira|Koš',
  SPAM: 'Spam|Spamverdacht|Correo no deseado|Ongewenst',
  UNREAD:
    'Unread|Ungelesen|Non lu|Non lus|No leído|No leídos|Non letto|Non letti|Da leggere|Ongelezen|Não lida|Não lido|Não lidos|Nepřečtené',
  STARRED: 'Starred|Markiert|Suivi|Suivis|Destacado|Destacados|Speciale|Speciali|Met ster|Com estrela|S hvězdičkou',
  IMPORTANT: 'Important|Wichtig|Importante|Importanti|Belangrijk|Důležité',
  CHAT: 'Chat|Chats',
  CATEGORY_PERSONAL:
    'Category Personal|Category Primary|Kategorie Persönlich|Kategorie Allgemein|Catégorie Principale|Catégorie E-mails personnels|Categoría Principal|Categoría Personal|Categoria Principale|Categorie Persoonlijk|Categoria Principal|Categoria Pessoal|Kategorie Osobní',
  CATEGORY_SOCIAL:
    'Category Social|Kategorie Soziale Netzwerke|Kategorie Soziale Medien|Catégorie Réseaux sociaux|Categoría Social|Categoria Social|Categorie Sociaal|Categoria Redes sociais|Kategorie Sociální sítě',
  CATEGORY_PROMOTIONS:
    'Category Promotions|Kategorie Werbung|Catégorie Promotions|Categoría Promociones|Categoria Promozioni|Categorie Reclame|Categoria Promoções|Kategorie Promo akce|Kategorie Reklamy',
  CATEGORY_UPDATES:
    'Category Updates|Kategorie Neuigkeiten|Kategorie Benachrichtigungen|Catégorie Notifications|Catégorie Mises à jour|Categoría Notificaciones|Categoria Notifiche|Categoria Aggiornamenti|Categorie Updates|Categoria Atualizações|Kategorie Aktualizace',
  CATEGORY_FORUMS:
    'Category Forums|Kategorie Foren|Catégorie Forums|Categoría Foros|Categoria Forum|Categorie Forums|Categoria Fóruns|Kategorie Fóra',
}

/** How a label is compared: without case, accents, quotes and the colon of a category. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}":]/gu, '')
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase()

const labelsByWord = new Map(
  Object.entries(words).flatMap(([label, list]) => list.split('|').map((word) => [folded(word), label] as const)),
)

const labelOf = (field: string): string | undefined => labelsByWord.get(folded(field))
