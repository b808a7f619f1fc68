/** Where a round of a message delta stands, and the state tokens that say so. Pure. */
import { opened, sealed } from '../service/opaque.ts'
import type { Mailbox } from '../world.ts'
import type { FolderKey } from './whereabouts.ts'

/** What was asked for in the first call. */
export interface Frozen {
  readonly folder: FolderKey
  readonly select: readonly string[] | null
  /** Milliseconds: only letters received from here on. */
  readonly since: number | null
  readonly isOrdered: boolean
  readonly top: number | null
  readonly changeType: string | null
}

/** Where a round stands. A first round goes through the folder, a later one through what changed after `since`. */
export type Place = { readonly begunAt: number; readonly page: number } & (
  | { readonly kind: 'all'; readonly after: string; readonly given: number }
  | { readonly kind: 'changes'; readonly since: number; readonly skip: number }
)

export interface Begun {
  readonly frozen: Frozen
  readonly place: Place
}

export const deltaToken = (frozen: Frozen, begunAt: number): string =>
  sealed('mail-delta', [begunAt, ...frozenParts(frozen)])

export const skipToken = (frozen: Frozen, place: Place): string =>
  sealed('mail-next', [
    place.begunAt,
    ...frozenParts(frozen),
    place.kind,
    place.page,
    ...(place.kind === 'all' ? [place.after, place.given] : [place.since, place.skip]),
  ])

export const readDeltaToken = (token: string, { sequence }: Mailbox): Begun | null => {
  const [since, ...parts] = opened('mail-delta', token) ?? []
  if (since === undefined) return null
  return {
    frozen: readFrozen(parts),
    place: { kind: 'changes', begunAt: sequence, page: 0, since: Number(since), skip: 0 },
  }
}

export const readSkipToken = (token: string): Begun | null => {
  const [begunAt, ...parts] = opened('mail-next', token) ?? []
  if (begunAt === undefined) return null
  const frozen = readFrozen(parts)
  const [kind, page, first = '', second] = parts.slice(frozenSize)
  const stand = { begunAt: Number(begunAt), page: Number(page) }
  return {
    frozen,
    place:
      kind === 'all'
        ? { kind: 'all', ...stand, after: first, given: Number(second) }
        : { kind: 'changes', ...stand, since: Number(first), skip: Number(second) },
  }
}

const frozenSize = 6

const frozenParts = ({ folder, select, since, isOrdered, top, changeType }: Frozen): readonly string[] => [
  folder,
  select?.join(',') ?? '',
  since === null ? '' : String(since),
  isOrdered ? 'ordered' : '',
  top === null ? '' : String(top),
  changeType ?? '',
]

const readFrozen = ([
  folder = '',
  select = '',
  since = '',
  order,
  top = '',
  changeType = '',
]: readonly string[]): Frozen => ({
  folder,
  select: select === '' ? null : select.split(','),
  since: since === '' ? null : Number(since),
  isOrdered: order === 'ordered',
  top: top === '' ? null : Number(top),
  changeType: changeType === '' ? null : changeType,
})
