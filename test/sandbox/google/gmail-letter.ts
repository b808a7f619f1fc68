/** A letter in Gmail's wire form. Bodies and snippets stay in the world: `format=full` shows an empty one. Pure. */
import { headersAt } from '../message-headers.ts'
import type { Mail } from '../world.ts'

export type Format = 'minimal' | 'metadata' | 'full'

export interface View {
  readonly format: Format
  /** Lower-case names of the headers wanted, or null for all of them. */
  readonly headers: ReadonlySet<string> | null
  /** The token holds gmail.metadata: no snippet, and a payload of nothing but part id and headers. */
  readonly isMetadataOnly: boolean
}

/** JSON as Google writes it: what is empty is absent, numbers of 64 bits are strings. */
export const messageResource = (mail: Mail, historyId: string, view: View): object => ({
  ...messageStub(mail),
  ...labelIds(mail.labels),
  ...(view.isMetadataOnly ? {} : { snippet: '' }),
  ...(view.format === 'minimal' ? {} : { payload: payload(mail, view) }),
  sizeEstimate: mail.size,
  historyId,
  internalDate: String(mail.at),
})

export const messageStub = ({ id, threadId }: Pick<Mail, 'id' | 'threadId'>): object => ({ id, threadId })

export const labelIds = (labels: readonly string[]): object => (labels.length === 0 ? {} : { labelIds: labels })

const payload = (mail: Mail, { format, headers: wanted, isMetadataOnly }: View): object => {
  const all = headersAt(mail, 'google')
  const shown = format === 'full' || wanted === null ? all : all.filter(({ name }) => wanted.has(name.toLowerCase()))
  const headers = shown.length === 0 ? {} : { headers: shown }
  if (isMetadataOnly) return { partId: '', ...headers }
  const mimeType = all.find(({ name }) => name.toLowerCase() === 'content-type')?.value.split(';')[0] ?? 'text/plain'
  if (format === 'metadata') return { partId: '', mimeType, ...headers }
  return { partId: '', mimeType, filename: '', ...headers, body: { size: 0 } }
}
