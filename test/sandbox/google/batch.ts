/**
 * Gmail's batch endpoint: up to a hundred calls in one multipart/mixed request, each answered, billed and refused on
 * its own, in the order they were asked.
 */
import { randomText } from '../service/random.ts'
import { gmailService, invalidArgument, notFound } from './errors.ts'

/** One call within a batch. */
interface Part {
  readonly contentId: string | null
  readonly method: string
  readonly path: string
  readonly headers: Headers
}

export interface Parts {
  /** Answers one call as if it had come alone; the path begins at the user. */
  readonly call: (request: Request) => Response | Promise<Response>
  readonly maxParts: number
}

/** Real parts name the path alone. Google also takes whole addresses, and ours may lie below a path of their own. */
const gmailPath = /^.*?\/gmail\/v1\/users(?=\/)/

export const batchAnswer = async (request: Request, { call, maxParts }: Parts): Promise<Response> => {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(request.headers.get('Content-Type') ?? '') ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) return invalidArgument(gmailService, 'Missing multipart boundary', 'badRequest')
  const parts = parseParts(new TextDecoder().decode(await request.arrayBuffer()), boundary)
  if (parts === null || parts.length === 0) {
    return invalidArgument(gmailService, 'Failed to parse batch request', 'badRequest')
  }
  if (parts.length > maxParts) {
    return invalidArgument(gmailService, `The batch request holds more than ${maxParts} calls`, 'badRequest')
  }
  const authorization = request.headers.get('Authorization')
  const answers = await Promise.all(parts.map(async (part) => answerPart(part, authorization, call)))
  const ownBoundary = `batch_${randomText(18)}`
  const body = `${answers.map((answer) => `--${ownBoundary}\r\n${answer}\r\n`).join('')}--${ownBoundary}--\r\n`
  return new Response(body, { headers: { 'Content-Type': `multipart/mixed; boundary=${ownBoundary}` } })
}

const answerPart = async (part: Part, authorization: string | null, call: Parts['call']): Promise<string> => {
  const head = ['Content-Type: application/http', ...(part.contentId === null ? [] : [`Content-ID: ${part.contentId}`])]
  const response = await callPart(part, authorization, call)
  const status = `HTTP/1.1 ${response.status} ${statusTexts[response.status] ?? 'Unknown'}`
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`)
  return [...head, '', status, ...headers, '', await response.text()].join('\r\n')
}

const callPart = async (part: Part, authorization: string | null, call: Parts['call']): Promise<Response> => {
  if (part.method !== 'GET' || !gmailPath.test(part.path)) return notFound(gmailService)
  const { headers } = part
  if (!headers.has('Authorization') && authorization !== null) headers.set('Authorization', authorization)
  return call(new Request(`http://part${part.path.replace(gmailPath, '')}`, { headers }))
}

const statusTexts: Readonly<Record<number, string>> = {
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
}

/** The calls of a batch, or null where one of them is malformed. */
const parseParts = (body: string, boundary: string): readonly Part[] | null => {
  const [, ...sections] = `\r\n${body}`.split(`\n--${boundary}`)
  const closing = sections.findIndex((section) => section.startsWith('--'))
  if (closing < 0) return null
  const parts = sections.slice(0, closing).map(parsePart)
  return parts.some((part) => part === null) ? null : parts.filter((part) => part !== null)
}

/** A part is MIME headers, a blank line, a request line, its headers, and a body that no call of ours has. */
const parsePart = (section: string): Part | null => {
  const [outer = '', inner = ''] = section.replace(/^[ \t]*\r?\n/, '').split(/\r?\n\r?\n/)
  const [requestLine = '', ...lines] = inner.split(/\r?\n/)
  const [, method, path] = /^([A-Z]+) (\S+)(?: HTTP\/[\d.]+)?\s*$/.exec(requestLine) ?? []
  if (method === undefined || path === undefined) return null
  const contentId = parseHeaders(outer.split(/\r?\n/)).get('Content-ID')
  return { contentId: contentId === null ? null : responseId(contentId), method, path, headers: parseHeaders(lines) }
}

const parseHeaders = (lines: readonly string[]): Headers => {
  const headers = new Headers()
  for (const line of lines) {
    const [, name, value] = /^([\w-]+):\s*(.*?)\s*$/.exec(line) ?? []
    if (name !== undefined && value !== undefined) headers.append(name, value)
  }
  return headers
}

/** `<a>` is answered as `<response-a>`, and `a` as `response-a`. */
const responseId = (contentId: string): string => contentId.replace(/^<?/, (bracket) => `${bracket}response-`)
