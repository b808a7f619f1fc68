/** What a file of contacts would change, before it does: what is known now beside what it says, and whom it would add. */
import type { ContactFacts, ImportedContact } from '../../model/correction.ts'
import type { MatchedContacts } from '../../transfer/match-contacts.ts'
import { dayInWords, type ReportDay } from '../../words/dates.ts'
import { describeFact, previewWords as words } from '../../words/your-data.ts'
import { Button, HiddenFields } from '../kit/forms.tsx'
import { type Html, layout } from '../kit/layout.tsx'

export interface PreviewView extends MatchedContacts {
  readonly day: ReportDay
}

/** More to tick than this, nobody ticks. */
export const shownOthers = 200

export const previewPage = ({ changes, others, unmatched, day }: PreviewView): Html =>
  layout({
    title: words.title,
    section: 'settings',
    body: (
      <section class="card">
        <h1>{words.title}</h1>
        <p>{words.kept}</p>
        <form method="post" action="/your-data/contacts/import">
          <HiddenFields
            fields={{
              changes: JSON.stringify(changes.map(({ contact }) => contact)),
              others: JSON.stringify(others.slice(0, shownOthers)),
            }}
          />
          <h2>{words.changes}</h2>
          {changes.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <ul class="list">
              {changes.map(({ person, contact, before }) => (
                <li>
                  <strong>{person.name}</strong>
                  <br />
                  <span class="muted">{factsInWords(contact, before, day).join(' · ')}</span>
                </li>
              ))}
            </ul>
          )}
          {others.length > 0 && <Others others={others} />}
          {unmatched > 0 && <p class="muted">{words.describeUnmatched(unmatched)}</p>}
          <p class="actions">
            <Button>{words.save}</Button>
            <a class="button plain" href="/your-data">
              {words.cancel}
            </a>
          </p>
        </form>
      </section>
    ),
  })

const Others = ({ others }: { readonly others: readonly ImportedContact[] }) => (
  <>
    <h2>{words.others}</h2>
    <p>{words.othersHint}</p>
    {others.slice(0, shownOthers).map(({ address, name }, index) => (
      <AddField id={`add-${index}`} address={address} label={name === undefined ? address : `${name}, ${address}`} />
    ))}
    {others.length > shownOthers && <p class="muted">{words.describeMore(others.length - shownOthers)}</p>}
  </>
)

const AddField = ({
  id,
  address,
  label,
}: {
  readonly id: string
  readonly address: string
  readonly label: string
}) => (
  <p class="inline">
    <input type="checkbox" id={id} name="add" value={address} /> <label for={id}>{label}</label>
  </p>
)

const factsInWords = (said: ContactFacts, before: ContactFacts, day: ReportDay): readonly string[] => {
  const { name, company, birthday, knownSince } = said
  const since = (at: ContactFacts['knownSince']) => (at === undefined ? null : dayInWords(at, day))
  return [
    ...(name === undefined ? [] : [describeFact('name', name, before.name ?? null)]),
    ...(company === undefined ? [] : [describeFact('company', company, before.company ?? null)]),
    ...(birthday === undefined ? [] : [describeFact('birthday', birthday, before.birthday ?? null)]),
    ...(knownSince === undefined
      ? []
      : [describeFact('knownSince', since(knownSince) ?? '', since(before.knownSince))]),
  ]
}
