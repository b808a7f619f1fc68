/** Everything of the user's: to take away, and to bring back. Works without its script, which only joins and cuts files. */
import { type ExportPiece, formatPiece } from '../../transfer/export-plan.ts'
import { type ImportState, shareDone, stepOf } from '../../transfer/import-state.ts'
import {
  describeBadLine,
  describeChecking,
  describeImported,
  describeImporting,
  importReceiving,
  tooManyCorrections,
  yourDataWords as words,
} from '../../words/your-data.ts'
import { Button, CheckField, type FormEntry } from '../kit/forms.tsx'
import { type Html, layout } from '../kit/layout.tsx'
import { FileField } from './file-field.tsx'

export interface YourDataView {
  readonly parts: readonly (readonly ExportPiece[])[]
  /** The import under way, or how the last one ended; null where there is none. */
  readonly importing: ImportState | null
  readonly entry: FormEntry
  readonly locale: string
}

export const yourDataPage = (view: YourDataView): Html =>
  layout({
    title: words.title,
    section: 'settings',
    script: '/your-data.js',
    body: (
      <>
        <h1>{words.title}</h1>
        <ExportSection view={view} />
        <PeopleSection />
        <ImportSection view={view} />
        <ContactsSection view={view} />
        <p>
          <a class="linky" href="/settings#delete">
            {words.deleteHint}
          </a>
        </p>
      </>
    ),
  })

interface ViewProps {
  readonly view: YourDataView
}

const ExportSection = ({ view: { parts } }: ViewProps) => (
  <section class="card narrow">
    <h2>{words.exportTitle}</h2>
    <p>{words.exportHint}</p>
    {parts.length === 1 ? (
      <p class="actions">
        <a class="button" href="/your-data/export" download>
          {words.exportOne}
        </a>
      </p>
    ) : (
      <div
        id="export"
        data-joining={words.describeJoining(-1, parts.length)}
        data-failed={words.joinFailed}
        data-label={words.exportJoined}
      >
        <p>{words.exportPartsHint}</p>
        <ol class="links">
          {parts.map((pieces, index) => (
            <li>
              <a href={partLink(pieces, index + 1, parts.length)} download>
                {words.describePart(index + 1, parts.length)}
              </a>
            </li>
          ))}
        </ol>
        <p role="status" />
      </div>
    )}
    <p class="small">
      <a href="/export.schema.json">{words.schema}</a>
    </p>
  </section>
)

const partLink = (pieces: readonly ExportPiece[], number: number, of: number): string =>
  `/your-data/export?part=${number}-of-${of}&${pieces.map((piece) => `piece=${formatPiece(piece)}`).join('&')}`

const PeopleSection = () => (
  <section class="card narrow">
    <h2>{words.peopleTitle}</h2>
    <p class="actions">
      <a class="button plain" href="/your-data/people.csv" download>
        {words.csv}
      </a>
      <a class="button plain" href="/your-data/people.vcf" download>
        {words.vcard}
      </a>
    </p>
  </section>
)

const ImportSection = ({ view: { importing, entry, locale } }: ViewProps) => (
  <section class="card narrow" id="import">
    <h2>{words.importTitle}</h2>
    {importing === null ? (
      <>
        <p>{words.importHint}</p>
        <form method="post" action="/your-data/import" enctype="multipart/form-data">
          <FileField
            id="file"
            name="file"
            label={words.file}
            accept=".json,application/json"
            error={entry.errors.file}
          />
          <CheckField
            id="settings"
            name="settings"
            label={words.takesSettings}
            checked={entry.errors.file === undefined || entry.values.settings === 'on'}
          />
          <p class="actions">
            <Button look="plain">{words.importIt}</Button>
          </p>
          <p role="status" />
        </form>
      </>
    ) : (
      <ImportNote importing={importing} locale={locale} />
    )}
  </section>
)

const ImportNote = ({ importing, locale }: { readonly importing: ImportState; readonly locale: string }) => {
  const isWorking = importing.phase === 'working'
  return (
    <div class="note" role={importing.phase === 'refused' ? 'alert' : 'status'}>
      <p>{describeImport(importing, locale)}</p>
      {isWorking && <progress max={1} value={shareDone(importing)} aria-label={words.importTitle} />}
      <form method="post" action={isWorking ? '/your-data/import/resume' : '/your-data/import/dismiss'} class="actions">
        <Button look="plain">{isWorking ? words.resume : words.dismiss}</Button>
      </form>
      {isWorking && (
        <form method="post" action="/your-data/import/dismiss">
          <Button look="plain">{words.stop}</Button>
        </form>
      )}
    </div>
  )
}

const describeImport = (importing: ImportState, locale: string): string => {
  switch (importing.phase) {
    case 'receiving':
      return importReceiving
    case 'working':
      return stepOf(importing).kind === 'check'
        ? describeChecking(shareDone(importing) * 2)
        : describeImporting(shareDone(importing) * 2 - 1)
    case 'done':
      return describeImported(importing.entries, locale)
    case 'refused':
      return importing.refusal?.kind === 'line' ? describeBadLine(importing.refusal.line, locale) : tooManyCorrections
  }
}

const ContactsSection = ({ view: { entry } }: ViewProps) => (
  <section class="card narrow" id="contacts">
    <h2>{words.contactsTitle}</h2>
    <p>{words.contactsHint}</p>
    <form method="post" action="/your-data/contacts" enctype="multipart/form-data">
      <FileField
        id="contacts-file"
        name="contacts"
        label={words.file}
        accept=".vcf,.csv,text/vcard,text/csv"
        error={entry.errors.contacts}
      />
      <p class="actions">
        <Button look="plain">{words.contactsPreview}</Button>
      </p>
    </form>
  </section>
)
