/** The Monday email: whether, when, by which clock, not while away, and where it goes. */
import { nextReportAfter } from '../../model/user.ts'
import { dayOf } from '../../words/dates.ts'
import {
  describeEmail,
  describeHour,
  describeLocale,
  weekdayNames,
  settingsWords as words,
} from '../../words/settings.ts'
import { Fold } from '../kit/fold.tsx'
import { Button, CheckField, InputField, SelectField } from '../kit/forms.tsx'
import { AddressForms } from './address-forms.tsx'
import { awayToCome } from './form.ts'
import type { ViewProps } from './view.ts'

export const EmailSection = ({ view }: ViewProps) => {
  const { user, entry, now } = view
  const next = user.nextReportAt === null ? null : nextReportAfter(user, now)
  return (
    <section class="cols" id="email">
      <div>
        <h2>{words.email}</h2>
        <p class="muted">{describeEmail(user.address, next, dayOf(user, now))}</p>
      </div>
      <div>
        <form method="post" action="/settings" class="stack">
          <EmailFields view={view} />
          <AwayFields view={view} />
          <p class="row">
            <Button>{words.save}</Button>
          </p>
        </form>
        <div class="rows after">
          <Fold
            title={words.whereItGoes}
            value={user.address}
            isOpen={entry.errors.address !== undefined || !user.isAddressConfirmed}
          >
            <AddressForms user={user} entry={entry} />
          </Fold>
        </div>
      </div>
    </section>
  )
}

const EmailFields = ({ view: { user, entry, zoneHere, now } }: ViewProps) => {
  const { values, errors } = entry
  // A box without a tick is not sent: what was typed has the day and the hour, and no word of the box.
  const isOn = values.weekday === undefined ? user.nextReportAt !== null : values.reports === 'on'
  return (
    <>
      <CheckField id="reports" name="reports" label={words.send} checked={isOn} error={errors.reports} />
      <div class="row fields">
        <SelectField
          id="weekday"
          name="weekday"
          label={words.day}
          choices={weekdayNames.map((label, index) => ({ value: String(index + 1), label }))}
          value={values.weekday ?? String(user.report.weekday)}
          error={errors.weekday}
        />
        <SelectField
          id="hour"
          name="hour"
          label={words.hour}
          choices={Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: describeHour(hour) }))}
          value={values.hour ?? String(user.report.hour)}
          error={errors.hour}
        />
      </div>
      <div>
        <InputField
          id="zone"
          name="zone"
          label={words.zone}
          list="zones"
          value={values.zone ?? user.zone}
          error={errors.zone}
        />
        <datalist id="zones">
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option value={zone} />
          ))}
        </datalist>
        <p class="small muted">
          {user.isZoneChosen ? words.zoneChosen : words.zoneLearned}
          {zoneHere !== null && zoneHere !== user.zone && ` ${words.describeZoneHere(zoneHere)}`}
        </p>
      </div>
      <SelectField
        id="locale"
        name="locale"
        label={words.dates}
        choices={localeChoices(user.locale).map((value) => ({ value, label: describeLocale(value, now) }))}
        value={values.locale ?? user.locale}
        error={errors.locale}
      />
    </>
  )
}

/** One of each way that dates and numbers are written in an English sentence, and the user's own. */
const localeChoices = (own: string): readonly string[] => [
  ...new Set([own, 'en-GB', 'en-US', 'en-CA', 'en-AU', 'en-IE', 'en-IN', 'en-ZA', 'en-DE', 'en-CH', 'en-SE', 'en-FI']),
]

const AwayFields = ({ view: { user, entry, now } }: ViewProps) => {
  const { values, errors } = entry
  const away = awayToCome(user, now)
  return (
    <div>
      <div class="row fields">
        <InputField
          id="awayFrom"
          name="awayFrom"
          type="date"
          label={words.awayFrom}
          value={values.awayFrom ?? away?.from ?? ''}
          error={errors.awayFrom}
        />
        <InputField
          id="awayUntil"
          name="awayUntil"
          type="date"
          label={words.awayUntil}
          value={values.awayUntil ?? away?.until ?? ''}
          error={errors.awayUntil}
        />
      </div>
      <p class="small muted">{words.awayHint}</p>
    </div>
  )
}
