/** Mail folders in lists, one by one, and as a delta. Pure. */
import { failure, type Result, success } from '../../../src/model/result.ts'
import { opened, sealed } from '../service/opaque.ts'
import { accountOf, userIdOf } from './account.ts'
import { type Call, contextOf, pageBySkip, selectedFrom, usualRows } from './calls.ts'
import { lapsed, malformedId, malformedToken, notFound, type Refusal } from './errors.ts'
import { type Folder, folderNamed, folderProperties, folderResource, foldersOf } from './folders.ts'
import { isToken, unknownProperty, unsupportedInDelta } from './query.ts'
import { changesIn, type FolderKey } from './whereabouts.ts'

/** The folders within one: the root's are those that a person sees first. */
export const folderList = (call: Call, parent: FolderKey): Result<object, Refusal> => {
  const { mailbox, query } = call
  const refused = unknownProperty(query, folderProperties, 'MailFolder')
  if (refused !== null) return failure(refused)
  const inside = foldersOf(mailbox).filter((folder) => folder.parent === parent)
  const { page, links } = pageBySkip(inside, call)
  return success({
    ...contextOf(call, `users('${userIdOf(accountOf(mailbox.owner))}')/mailFolders`),
    ...links,
    value: page.map(({ key }) => selectedFrom(folderResource(mailbox, key), query.select)),
  })
}

export const folderById = (call: Call, name: string): Result<object, Refusal> => {
  const refused = unknownProperty(call.query, folderProperties, 'MailFolder')
  if (refused !== null) return failure(refused)
  const key = folderOrRefusal(call, name)
  if (!key.ok) return key
  const context = `users('${userIdOf(accountOf(call.mailbox.owner))}')/mailFolders/$entity`
  return success({
    ...contextOf(call, context),
    ...selectedFrom(folderResource(call.mailbox, key.value), call.query.select),
  })
}

/** The folder that stands in a path. */
export const folderOrRefusal = ({ mailbox }: Pick<Call, 'mailbox'>, name: string): Result<FolderKey, Refusal> => {
  const key = folderNamed(mailbox, name)
  if (key !== null) return success(key)
  return failure(/^A[AQ]Mk/.test(name) ? notFound : malformedId)
}

/** All folders at once, nested ones too; then those that came, or in which something happened. */
export const folderDelta = (call: Call, lapses: () => number): Result<object, Refusal> => {
  const { mailbox, query, preferences } = call
  const unsupported = ['$orderby', '$filter', '$expand', '$search', '$top']
  const refused =
    unsupportedInDelta(query, 'Folders', unsupported) ?? unknownProperty(query, folderProperties, 'MailFolder')
  if (refused !== null) return failure(refused)
  const place = isToken(query)
    ? readPlace(call)
    : { since: -1, begunAt: mailbox.sequence, skip: 0, select: query.select }
  if (place === null) return failure(malformedToken)
  const givenAt = place.skip === 0 && place.since >= 0 ? place.since : place.begunAt
  if (givenAt <= mailbox.forgottenUpTo) return failure(lapsed(lapses(), call.address))
  const folders = foldersOf(mailbox).filter((folder) => isTold(call, folder, place))
  const end = place.skip + (preferences.maxPageSize ?? usualRows)
  const link =
    end < folders.length
      ? { '@odata.nextLink': `${call.address}?$skiptoken=${sealedPlace({ ...place, skip: end })}` }
      : {
          '@odata.deltaLink': `${call.address}?$deltatoken=${sealedPlace({ ...place, since: place.begunAt, skip: 0 })}`,
        }
  return success({
    ...contextOf(call, 'Collection(mailFolder)'),
    ...link,
    value: folders.slice(place.skip, end).map(({ key }) => ({
      '@odata.type': '#microsoft.graph.mailFolder',
      ...selectedFrom(folderResource(mailbox, key), place.select),
    })),
  })
}

interface Place {
  /** Folders that changed after this sequence number; all of them where it is below 0. */
  readonly since: number
  readonly begunAt: number
  readonly skip: number
  readonly select: readonly string[] | null
}

const isTold = ({ mailbox }: Call, { key, since }: Folder, place: Place): boolean =>
  since <= place.begunAt && (since > place.since || changesIn(mailbox, key, place.since).length > 0)

const sealedPlace = ({ since, begunAt, skip, select }: Place): string =>
  sealed('folders', [begunAt, since, skip, select?.join(',') ?? ''])

const readPlace = ({ query, mailbox }: Call): Place | null => {
  const [begunAt, since, skip, select = ''] = opened('folders', query.deltaToken ?? query.skipToken ?? '') ?? []
  if (begunAt === undefined) return null
  return {
    since: Number(since),
    begunAt: query.deltaToken === null ? Number(begunAt) : mailbox.sequence,
    skip: Number(skip),
    select: select === '' ? null : select.split(','),
  }
}
