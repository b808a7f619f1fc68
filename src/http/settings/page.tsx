/** The settings page: the email and the check-ins, where the email goes, how far back to read, sessions, and deleting. */
import type { Session } from '../../model/session.ts'
import type { Instant } from '../../model/time.ts'
import { readsBackChoices, type User } from '../../model/user.ts'
import { formRefused } from '../../words/form-error.ts'
import {
  describeHour,
  describeLocale,
  describeMailStop,
  describeReadsBack,
  settingsWords,
  weekdayNames,
} from '../../words/settings.ts'
import { Button, CheckField, type FormEntry, InputField, SelectField } from '../kit/forms.tsx'
import { type Html, layout } from '../kit/layout.tsx'
import { AddressSection } from './address-section.tsx'
import { CheckInsSection } from './check-ins-section.tsx'
import { readsBackValue } from './form.ts'
import { SessionsSection } from './sessions-section.tsx'

export interface SettingsView {
  readonly user: User
  readonly isSaved: boolean
  /** What was typed and refused, or nothing. */
  readonly entry: FormEntry
  readonly sessions: readonly Session[]
  /** Names the session that the page is read in. */
  readonly session: string | null
  /** Where a language model is asked for other texts; null where the installation has none. */
  readonly rewritesAt: string | null
  readonly now: Instant
}

export const settingsPage = (view: SettingsView): Html =>
  layout({
    title: settingsWords.title,
    section: 'settings',
    body: (
      <>
        <section class="card narrow">
          <h1>{settingsWords.title}</h1>
          <p>
            <a href="/accounts">{settingsWords.accounts}</a>
          </p>
          {view.isSaved && (
            <p class="note" role="status">
              {settingsWords.saved}
            </p>
          )}
          {Object.keys(view.entry.errors).length > 0 && (
            <p class="note" role="alert">
              {formRefused}
            </p>
          )}
          <MailStopNote view={view} />
          <form method="post" action="/settings">
            <EmailFields view={view} />
            <p class="actions">
              <Button>{settingsWords.save}</Button>
            </p>
          </form>
        </section>
        <CheckInsSection user={view.user} entry={view.entry} rewritesAt={view.rewritesAt} />
        <AddressSection user={view.user} entry={view.entry} />
        <ReadingSection view={view} />
        <SessionsSection view={view} />
        <DataSection />
        <DeleteSection view={view} />
      </>
    ),
  })

interface ViewProps {
  readonly view: SettingsView
}

const EmailFields = ({ view: { user, entry, now } }: ViewProps) => {
  const { values, errors } = entry
  // A box without a tick is not sent: what was typed has the day and the hour, and no word of the box.
  const isOn = values.weekday === undefined ? user.nextReportAt !== null : values.reports === 'on'
  const locale = values.locale ?? user.locale
  return (
    <>
      <h2>{settingsWords.email}</h2>
      <CheckField
        id="reports"
        name="reports"
        label={settingsWords.describeSend(user.address)}
        checked={isOn}
        error={errors.reports}
      />
      <SelectField
        id="weekday"
        name="weekday"
        label={settingsWords.day}
        choices={weekdayNames.map((label, index) => ({ value: String(index + 1), label }))}
        value={values.weekday ?? String(user.report.weekday)}
        error={errors.weekday}
      />
      <SelectField
        id="hour"
        name="hour"
        label={settingsWords.hour}
        choices={Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: describeHour(hour) }))}
        value={values.hour ?? String(user.report.hour)}
        error={errors.hour}
      />
      <InputField
        id="zone"
        name="zone"
        label={settingsWords.zone}
        list="zones"
        value={values.zone ?? user.zone}
        error={errors.zone}
      />
      <datalist id="zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option value={zone} />
        ))}
      </datalist>
      <p class="muted">{user.isZoneChosen ? settingsWords.zoneChosen : settingsWords.zoneLearned}</p>
      <SelectField
        id="locale"
        name="locale"
        label={settingsWords.dates}
        choices={localeChoices(user.locale).map((value) => ({ value, label: describeLocale(value, now) }))}
        value={locale}
        error={errors.locale}
      />
    </>
  )
}

/** One of each way that dates and numbers are written in an English sentence, and the user's own. */
const localeChoices = (own: string): readonly string[] => [
  ...new Set([own, 'en-GB', 'en-US', 'en-CA', 'en-AU', 'en-IE', 'en-IN', 'en-ZA', 'en-DE', 'en-CH', 'en-SE', 'en-FI']),
]

const ReadingSection = ({ view: { user, entry } }: ViewProps) => (
  <section class="card narrow">
    <h2>{settingsWords.howFarBack}</h2>
    <p>{settingsWords.howFarBackHint}</p>
    <form method="post" action="/settings/reading">
      <SelectField
        id="years"
        name="years"
        label={settingsWords.readBack}
        choices={readsBackChoices.map((years) => ({ value: readsBackValue(years), label: describeReadsBack(years) }))}
        value={entry.values.years ?? readsBackValue(user.readsBack)}
        error={entry.errors.years}
      />
      <p class="actions">
        <Button look="plain">{settingsWords.save}</Button>
      </p>
    </form>
  </section>
)

const DataSection = () => (
  <section class="card narrow">
    <h2>{settingsWords.yourData}</h2>
    <p>{settingsWords.yourDataHint}</p>
    <p class="actions">
      <a class="button plain" href="/your-data">
        {settingsWords.exportEverything}
      </a>
      <a href="/your-data/people.csv" download>
        {settingsWords.csv}
      </a>
      <a href="/your-data/people.vcf" download>
        {settingsWords.vcard}
      </a>
      <a href="/your-data#import">{settingsWords.importData}</a>
      <a href="/privacy">{settingsWords.privacy}</a>
    </p>
  </section>
)

const DeleteSection = ({ view: { entry } }: ViewProps) => (
  <section class="card narrow" id="delete">
    <h2>{settingsWords.deleteEverything}</h2>
    <p>{settingsWords.deleteHint}</p>
    <form method="post" action="/settings/delete">
      <CheckField id="sure" name="sure" label={settingsWords.sure} error={entry.errors.sure} required />
      <p class="actions">
        <Button look="plain">{settingsWords.deleteEverything}</Button>
      </p>
    </form>
  </section>
)

const MailStopNote = ({ view: { user, now } }: ViewProps) => {
  const why = describeMailStop(user, now)
  if (why === null) return null
  return (
    <div class="note" role="status">
      <p>{why}</p>
      {user.mailStop?.reason !== 'complained' && (
        <form method="post" action="/settings/mail-again">
          <Button look="plain">{settingsWords.describeSendAgain(user.address)}</Button>
        </form>
      )}
    </div>
  )
}
