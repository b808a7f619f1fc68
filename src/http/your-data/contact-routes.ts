/** People for other programs, and what other programs know of them: shown first, and imported as one correction. */
import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import * as v from 'valibot'
import type { Correction, ImportedContact } from '../../model/correction.ts'
import { parsedJson } from '../../model/json.ts'
import { lastContactAt } from '../../model/relationship.ts'
import { everyoneAt } from '../../people/overview.ts'
import { accountsOfUser } from '../../store/accounts.ts'
import { correct, maxCorrectionLength } from '../../store/corrections.ts'
import { parseContactFile } from '../../transfer/contact-files.ts'
import { correctionContentSchema } from '../../transfer/correction-schema.ts'
import { matchContacts } from '../../transfer/match-contacts.ts'
import { type PersonRow, peopleCsv, peopleVCards } from '../../transfer/people-files.ts'
import { dayOf } from '../../words/dates.ts'
import { peopleColumns } from '../../words/your-data.ts'
import type { UserEnv } from '../kit/session.ts'
import { previewPage } from './preview-page.tsx'
import { refusedFile } from './view.ts'

export const contactRoutes = new Hono<UserEnv>()
  .get('/people.csv', async (context) => {
    const { candidates } = await everyoneOf(context)
    const now = context.env.app.now()
    const rows = candidates.map(
      ({ person, health }): PersonRow => ({
        person,
        firstAt: person.relationship.firstAt,
        lastAt: lastContactAt(person.relationship, now),
        usualGapDays: health.usualGapDays,
      }),
    )
    return attachment(context, { name: 'perennial-people.csv', type: 'text/csv' }, peopleCsv(peopleColumns, rows))
  })
  .get('/people.vcf', async (context) => {
    const { candidates } = await everyoneOf(context)
    const cards = peopleVCards(candidates.map(({ person }) => person))
    return attachment(context, { name: 'perennial-people.vcf', type: 'text/vcard' }, cards)
  })
  .post('/contacts', async (context) => {
    const { contacts: file } = await context.req.parseBody()
    if (!(file instanceof File) || file.size === 0) return refusedFile(context, { contacts: 'no_file' })
    const found = parseContactFile(await file.text())
    if (found.length === 0) return refusedFile(context, { contacts: 'not_contacts' })
    const { candidates, resolved } = await everyoneOf(context)
    const known = new Set<string>(resolved.excluded.map(({ contact }) => contact.address))
    const matched = matchContacts(
      found,
      candidates.map(({ person }) => person),
      (address) => known.has(address),
    )
    const said = { kind: 'contacts_file', people: matched.changes.map(({ contact }) => contact) } satisfies Correction
    if (JSON.stringify(said).length > maxCorrectionLength)
      return refusedFile(context, { contacts: 'too_many_contacts' })
    const { user } = context.var
    return context.html(previewPage({ ...matched, day: dayOf(user, context.env.app.now()) }))
  })
  .post('/contacts/import', async (context) => {
    const { app } = context.env
    const form = await context.req.parseBody({ all: true })
    const changes = contactsIn(form.changes)
    const others = contactsIn(form.others)
    const chosen = new Set([form.add].flat().map(String))
    const added = others.filter(({ address }) => chosen.has(address)).map((each) => ({ ...each, isNew: true as const }))
    const content = { kind: 'contacts_file', people: [...changes, ...added] } satisfies Correction
    if (content.people.length === 0) return refusedFile(context, { contacts: 'no_choice' })
    const id = await correct(app.store, { userId: context.var.user.id, content, now: app.now() })
    return context.redirect(`/people/corrections?correction=${id}`, 303)
  })

const everyoneOf = async (context: Context<UserEnv>) => {
  const { app } = context.env
  const userId = context.var.user.id
  const accounts = await accountsOfUser(app.store, userId)
  return everyoneAt(app, { userId, accounts, now: app.now() })
}

const attachment = (
  context: Context<UserEnv>,
  { name, type }: { readonly name: string; readonly type: string },
  text: string,
): Response => {
  context.header('content-type', `${type}; charset=utf-8`)
  context.header('content-disposition', `attachment; filename="${name}"`)
  return context.body(text)
}

/** What the preview's form sends back: checked as if it came from anywhere, for it may. */
const contactsIn = (field: unknown): readonly ImportedContact[] => {
  const people = typeof field === 'string' ? parsedJson(field) : null
  const content = { kind: 'contacts_file', people }
  if (!v.is(correctionContentSchema, content) || content.kind !== 'contacts_file') return []
  return content.people.slice(0, maxContacts)
}

/** More than one correction holds. */
const maxContacts = 4000
