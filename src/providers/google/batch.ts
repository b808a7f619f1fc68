/**
 * Gmail's batch endpoint: many GETs in one multipart/mixed request (https://developers.google.com/workspace/gmail/api/guides/batch).
 * Saves subrequests and CPU, not quota: every part is billed, and refused, by itself. Pure, and written for speed: a
 * page goes through it once.
 */
import { parsedJson } from '../../model/json.ts'

/** The answer to one of the calls. */
export interface Part {
  readonly status: number
  /** Parsed JSON, or null where the part held none. */
  readonly body: unknown
}

const boundary = 'perennial-batch'

export const batchRequest = (paths: readonly string[]): { readonly body: string; readonly contentType: string } => {
  const parts = paths.map(
    (path, index) =>
      `--${boundary}\r\nContent-Type: application/http\r\nContent-ID: <${index}>\r\n\r\nGET ${path} HTTP/1.1\r\n\r\n`,
  )
  return { body: `${parts.join('')}--${boundary}--\r\n`, contentType: `multipart/mixed; boundary=${boundary}` }
}

/** The parts by the order of the calls, or null where the answer is not one to `count` calls. */
export const parseBatchResponse = (text: string, contentType: string | null, count: number): readonly Part[] | null => {
  const mark = /boundary="?([^";]+)"?/i.exec(contentType ?? '')?.[1]
  if (mark === undefined) return null
  const parts: (Part | null)[] = new Array(count).fill(null)
  const sections = text.split(`--${mark}`).slice(1)
  for (const [order, section] of sections.entries()) {
    if (section.startsWith('--')) break
    const answerAt = section.indexOf('HTTP/1.')
    if (answerAt < 0) continue
    const id = /content-id:\s*<?response-<?(\d+)/i.exec(section.slice(0, answerAt))?.[1]
    const index = id === undefined ? order : Number(id)
    if (index < count) parts[index] = parsePart(section.slice(answerAt))
  }
  return parts.every((part) => part !== null) ? parts : null
}

const parsePart = (answer: string): Part | null => {
  const status = Number(/^HTTP\/1\.\d (\d{3})/.exec(answer)?.[1])
  const bodyAt = /\r?\n\r?\n/.exec(answer)
  if (Number.isNaN(status) || bodyAt === null) return null
  return { status, body: parsedJson(answer.slice(bodyAt.index)) }
}
