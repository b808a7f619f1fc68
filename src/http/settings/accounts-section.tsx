/** The accounts: how each stands, from when to when it is read, what we may see, and how far back. */
import type { Account } from '../../model/account.ts'
import { readsBackChoices } from '../../model/user.ts'
import { describeCompleteness, describeStatus } from '../../words/account.ts'
import { dayOf } from '../../words/dates.ts'
import { describeReadsBack, settingsWords as words } from '../../words/settings.ts'
import { Fold } from '../kit/fold.tsx'
import { Button, LinkButton, SelectField } from '../kit/forms.tsx'
import { readsBackValue } from './form.ts'
import type { ViewProps } from './view.ts'

export const AccountsSection = ({ view }: ViewProps) => (
  <section class="cols" id="accounts">
    <div>
      <h2>{words.accounts}</h2>
      <p class="muted">
        {words.accountsHint} <a href="/privacy">{words.whatIsRead}</a>
      </p>
    </div>
    <div>
      <ul class="pairs rows">
        {view.accounts.map((account) => (
          <AccountItem account={account} view={view} />
        ))}
      </ul>
      <p class="row after">
        {view.providers.map(({ name, label }) => (
          <LinkButton look="plain" href={`/connect/${name}?back=/settings`}>
            {words.describeAdd(label)}
          </LinkButton>
        ))}
      </p>
      <div class="rows after">
        <Fold title={words.may}>
          <ul class="stack">
            {words.permissions.map((permission) => (
              <li>{permission}</li>
            ))}
          </ul>
        </Fold>
        <Fold
          title={words.howFarBack}
          value={describeReadsBack(view.user.readsBack)}
          isOpen={view.entry.errors.years !== undefined}
        >
          <ReadsBackForm view={view} />
        </Fold>
      </div>
    </div>
  </section>
)

const AccountItem = ({ account, view: { user, providers, now } }: ViewProps & { readonly account: Account }) => {
  const { provider, address, status, progress } = account
  const day = dayOf(user, now)
  const label = providers.find(({ name }) => name === provider)?.label ?? ''
  const isGone = status.kind === 'reconnect'
  return (
    <li class={isGone || status.kind === 'blocked' ? 'bad' : undefined}>
      <p>
        <b>{address}</b>
        <small>
          {label}. {describeStatus(account, day)}
        </small>
        {progress.pages > 0 && <small>{describeCompleteness(account, day)}</small>}
      </p>
      {isGone ? (
        <LinkButton href={`/connect/${provider}?${new URLSearchParams({ account: address, back: '/settings' })}`}>
          {words.reconnect}
        </LinkButton>
      ) : (
        <LinkButton look="plain" href="/accounts">
          {words.details}
        </LinkButton>
      )}
    </li>
  )
}

const ReadsBackForm = ({ view: { user, entry } }: ViewProps) => (
  <form method="post" action="/settings/reading" class="stack">
    <p>{words.howFarBackHint}</p>
    <SelectField
      id="years"
      name="years"
      label={words.readBack}
      choices={readsBackChoices.map((years) => ({ value: readsBackValue(years), label: describeReadsBack(years) }))}
      value={entry.values.years ?? readsBackValue(user.readsBack)}
      error={entry.errors.years}
    />
    <Button look="plain">{words.save}</Button>
  </form>
)
