/** Privacy, for anybody: what is kept and who gets what. Whoever is signed in sees what was asked for in their name, too. */
import type { Account } from '../../model/account.ts'
import {
  describeAsked,
  describeModel,
  describeObjection,
  othersGet,
  promises,
  retention,
  privacyWords as words,
} from '../../words/privacy.ts'
import { type Html, layout } from '../kit/layout.tsx'
import { DataMap } from './data-map.tsx'

export interface PrivacyView {
  /** Of whoever is signed in. */
  readonly accounts: readonly Account[] | null
  readonly locale: string
  /** The servers that are called for mail, meetings and sign-in. */
  readonly hosts: readonly string[]
  /** Where others write to, or null. */
  readonly contact: string | null
  /** Whoever runs the language model, or null. */
  readonly model: string | null
}

export const privacyPage = (view: PrivacyView): Html =>
  layout({
    title: words.title,
    section: view.accounts === null ? null : 'settings',
    body: (
      <article>
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <section class="stack">
          <h2>{words.promisesTitle}</h2>
          <Sentences all={promises} />
        </section>
        <section class="stack">
          <h2>{words.keptTitle}</h2>
          <p>{words.keptIntro}</p>
          <DataMap />
        </section>
        <section class="stack">
          <h2>{words.othersTitle}</h2>
          <Sentences all={[...othersGet, describeModel(view.model)]} />
        </section>
        <section class="stack">
          <h2>{words.retentionTitle}</h2>
          <Sentences all={retention} />
        </section>
        <section class="stack">
          <h2>{words.leaveTitle}</h2>
          <p>
            {words.leave} <a href="/your-data">{words.yourData}</a>.
          </p>
        </section>
        <section class="stack">
          <h2>{words.limitedTitle}</h2>
          <p>
            {words.limited}{' '}
            <a href="https://developers.google.com/terms/api-services-user-data-policy">{words.policy}</a>
          </p>
        </section>
        <section class="stack">
          <h2>{words.objectTitle}</h2>
          <p>
            {describeObjection(view.contact)}{' '}
            {view.contact !== null && <a href={`mailto:${encodeURI(view.contact)}`}>{view.contact}</a>}
          </p>
        </section>
        <SeeForYourself view={view} />
      </article>
    ),
  })

const Sentences = ({ all }: { readonly all: readonly string[] }) => (
  <ul class="stack">
    {all.map((sentence) => (
      <li>{sentence}</li>
    ))}
  </ul>
)

const SeeForYourself = ({ view: { accounts, hosts, locale } }: { readonly view: PrivacyView }) => (
  <section class="stack">
    <h2>{words.seeTitle}</h2>
    <p>{words.seeIntro}</p>
    <h3>{words.seeHosts}</h3>
    <ul>
      {hosts.map((host) => (
        <li>
          <code>{host}</code>
        </li>
      ))}
    </ul>
    {accounts !== null && accounts.length > 0 && (
      <>
        <h3>{words.seeCount}</h3>
        <Sentences all={accounts.map(({ address, progress }) => describeAsked({ address, ...progress }, locale))} />
      </>
    )}
  </section>
)
