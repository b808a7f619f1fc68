/** The settings, all on one page: heading left, fields right. */
import { describeMailStop, notSaved, settingsWords as words } from '../../words/settings.ts'
import { Button } from '../kit/forms.tsx'
import { type Html, layout } from '../kit/layout.tsx'
import { Note } from '../kit/note.tsx'
import { AccountsSection } from './accounts-section.tsx'
import { CheckInsSection } from './check-ins-section.tsx'
import { DataSection } from './data-section.tsx'
import { EmailSection } from './email-section.tsx'
import { GroupsSection, LeftOutSection } from './people-sections.tsx'
import { SessionsSection } from './sessions-section.tsx'
import type { SettingsView, ViewProps } from './view.ts'

export const settingsPage = (view: SettingsView): Html =>
  layout({
    title: words.title,
    section: 'settings',
    body: (
      <>
        <h1>{words.title}</h1>
        {view.isSaved && <Note role="status">{words.saved}</Note>}
        <RefusedNote entry={view.entry} />
        <MailStopNote view={view} />
        <div class="set near">
          <EmailSection view={view} />
          <CheckInsSection user={view.user} entry={view.entry} rewritesAt={view.rewritesAt} />
          <AccountsSection view={view} />
          <GroupsSection view={view} />
          <LeftOutSection view={view} />
          <SessionsSection view={view} />
          <DataSection view={view} />
        </div>
      </>
    ),
  })

/** What needs fixing, each a link to its field. */
const RefusedNote = ({ entry: { errors } }: Pick<SettingsView, 'entry'>) => {
  const fields = Object.keys(errors)
  if (fields.length === 0) return null
  return (
    <Note kind="failed" role="alert">
      <strong>{notSaved.lead}</strong>{' '}
      {fields.map((field, index) => (
        <>
          {index > 0 && ', '}
          <a href={`#${idOf(field)}`}>{labels[field] ?? field}</a>
        </>
      ))}{' '}
      {notSaved.describeRest(fields.length)}
    </Note>
  )
}

/** One name stands in two forms. */
const idOf = (field: string): string => (field === 'language' ? 'usualLanguage' : field)

const labels: Readonly<Record<string, string>> = {
  reports: words.send,
  weekday: words.day,
  hour: words.hour,
  zone: words.zone,
  locale: words.dates,
  awayFrom: words.awayFrom,
  awayUntil: words.awayUntil,
  address: words.newAddress,
  writesIn: words.writesIn,
  signOff: words.signOff,
  formalSignOff: words.formalSignOff,
  greetingWord: words.greetingWord,
  language: words.usualLanguage,
  years: words.readBack,
  sure: words.sure,
}

const MailStopNote = ({ view: { user, now } }: ViewProps) => {
  const why = describeMailStop(user, now)
  if (why === null) return null
  const act = user.mailStop?.reason !== 'complained' && (
    <form method="post" action="/settings/mail-again">
      <Button look="plain">{words.describeSendAgain(user.address)}</Button>
    </form>
  )
  return (
    <Note kind="careful" role="status" act={act}>
      {why}
    </Note>
  )
}
