/** One page for an administrator, to read or print: what the application may see, what it keeps, and how it is ended. */
import { describeScope, sheetWords as words } from '../../words/approval.ts'
import { LinkButton } from '../kit/forms.tsx'
import { type Html, layout } from '../kit/layout.tsx'
import { DataMap } from '../privacy/data-map.tsx'

export interface ApprovalSheetView {
  readonly host: string
  readonly allowLink: string
  /** As the provider names them. */
  readonly scopes: readonly string[]
  /** Where to ask; null where nobody said. */
  readonly contact: string | null
}

export const approvalSheet = ({ host, allowLink, scopes, contact }: ApprovalSheetView): Html =>
  layout({
    title: words.title,
    section: null,
    body: (
      <article class="stack">
        <h1>{words.title}</h1>
        <p class="lead">{words.describeLead(host)}</p>
        <section class="stack">
          <h2>{words.scopesTitle}</h2>
          <div class="scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.scope}</th>
                  <th scope="col">{words.means}</th>
                </tr>
              </thead>
              <tbody>
                {scopes.map((scope) => (
                  <tr>
                    <th scope="row">
                      <code>{scope}</code>
                    </th>
                    <td>{describeScope(scope)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
        <Points title={words.cannotTitle} all={words.cannot} />
        <section class="stack">
          <h2>{words.whereTitle}</h2>
          <p>{words.describeWhere(host)}</p>
        </section>
        <Points title={words.revokeTitle} all={words.revoke} />
        <section class="stack">
          <h2>{words.keptTitle}</h2>
          <DataMap />
        </section>
        <p class="row">
          <LinkButton look="main" href={allowLink}>
            {words.allow}
          </LinkButton>
          <a href="/privacy">{words.privacy}</a>
        </p>
        {contact !== null && <p>{words.describeQuestions(contact)}</p>}
      </article>
    ),
  })

const Points = ({ title, all }: { readonly title: string; readonly all: readonly string[] }) => (
  <section class="stack">
    <h2>{title}</h2>
    <ul class="stack">
      {all.map((point) => (
        <li>{point}</li>
      ))}
    </ul>
  </section>
)
