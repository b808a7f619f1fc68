/** The signed-in person: `/me`. */
import { failure, type Result, success } from '../../../src/model/result.ts'
import type { Owner } from '../world.ts'
import { accountOf, userIdOf } from './account.ts'
import { type Call, contextOf, type Resource } from './calls.ts'
import { badRequest, graphAnswer, type Refusal, refuse, requestDenied } from './errors.ts'
import { bearerOf, type GraphGate } from './graph.ts'
import { pairwiseSubject } from './id-token.ts'
import { scopes } from './scopes.ts'

export const userResource: Resource = {
  name: 'users.get',
  path: ['me'],
  scopes: [scopes.user],
  isOutlook: false,
  answer: (call: Call): Result<object, Refusal> => {
    const { select } = call.query
    const properties = propertiesOf(call.mailbox.owner)
    const unknown = select?.find((name) => !known.has(name))
    if (unknown !== undefined) {
      return failure(badRequest(`Could not find a property named '${unknown}' on type 'microsoft.graph.user'.`))
    }
    const wanted = select ?? defaults
    return success({
      ...contextOf(call, `users${select === null ? '' : `(${select.join(',')})`}/$entity`),
      // Unlike Outlook's, the directory's rows have no id that was not selected.
      ...Object.fromEntries(Object.entries(properties).filter(([name]) => wanted.includes(name))),
    })
  },
}

const defaults = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
]

const known: ReadonlySet<string> = new Set([...defaults, 'proxyAddresses', 'otherMails', 'accountEnabled'])

/** Of a personal account the directory knows no mail, and no other addresses. */
const propertiesOf = (owner: Owner): Readonly<Record<string, unknown>> => {
  const account = accountOf(owner)
  const isWork = account.kind === 'work'
  const addresses = [`SMTP:${owner.address}`, ...owner.aliases.map((alias) => `smtp:${alias}`)]
  return {
    id: userIdOf(account),
    businessPhones: [],
    displayName: owner.name,
    givenName: owner.givenName,
    jobTitle: null,
    mail: isWork ? owner.address : null,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: account.language === 'de' ? 'de-DE' : 'en-US',
    surname: owner.name.slice(owner.givenName.length).trim(),
    userPrincipalName: account.userPrincipalName,
    ...(isWork ? { proxyAddresses: addresses, otherMails: [] } : {}),
  }
}

/** OpenID Connect Core §5.3, as Graph answers it. */
export const userinfo = async (gate: Pick<GraphGate, 'world' | 'grants'>, request: Request): Promise<Response> => {
  const bearer = bearerOf(gate, request)
  if (!bearer.ok) return refuse(bearer.error, gate.world.clock)
  const { mailbox, clientId, scopes: granted } = bearer.value
  if (!granted.has(scopes.openid)) return refuse(requestDenied, gate.world.clock)
  const { owner } = mailbox
  const account = accountOf(owner)
  return graphAnswer({
    sub: await pairwiseSubject(account, clientId),
    ...(granted.has(scopes.profile) ? { name: owner.name, given_name: owner.givenName } : {}),
    ...(granted.has(scopes.email) && account.tellsAddress ? { email: owner.address } : {}),
  })
}
