/**
 * What lies between the product and everybody else while it is measured: the product's process speaks HTTP to its database,
 * to the providers, to the carrier and to the queue, and all of it passes here. A line is live, or it plays a tape.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One exchange: what the product asked, and what it got. */
export interface Exchange {
  readonly to: 'database' | 'outside' | 'queue'
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
  readonly answer: {
    readonly status: number
    readonly headers: readonly (readonly [string, string])[]
    readonly body: Buffer
  }
}

export type Answering = (request: Request) => Promise<Response> | Response

export interface Wire {
  /** Where the database is, and where everything else is. */
  readonly databasePort: number
  readonly outsidePort: number
  /** Begins a tape, and ends it. */
  record(): void
  recorded(): readonly Exchange[]
  /** Answers from a tape, in its order, until the tape ends. */
  play(tape: readonly Exchange[]): void
  close(): void
}

export const openWire = async (live: Readonly<Record<Exchange['to'], Answering>>): Promise<Wire> => {
  let tape: Exchange[] = []
  let playing: Exchange[] = []
  const answer = async (to: Exchange['to'], asked: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(asked)
    const played = playing.shift()
    if (played !== undefined) return send(response, played.answer)
    const { host = '', ...others } = asked.headers
    const url = `${host.startsWith('localhost') ? 'http' : 'https'}://${host}${asked.url ?? '/'}`
    const headers = Object.entries(others)
      .filter(([name]) => !ofTheLine.has(name))
      .map(([name, value]) => [name, String(value)] as const)
    const method = asked.method ?? 'GET'
    const request = new Request(url, {
      method,
      headers: [...headers.map(([...pair]) => pair)],
      ...(body !== '' && { body }),
    })
    const found = await live[to](request)
    const told = {
      status: found.status,
      headers: [...found.headers].filter(([name]) => !ofTheLine.has(name)),
      body: Buffer.from(await found.arrayBuffer()),
    }
    tape.push({ to, method, url, headers, body, answer: told })
    send(response, told)
  }
  const listen = (handle: (asked: IncomingMessage, response: ServerResponse) => Promise<void>): Promise<Server> =>
    new Promise((resolve) => {
      const server = createServer((asked, response) => {
        handle(asked, response).catch((error: unknown) => {
          response.writeHead(500)
          response.end(String(error))
        })
      })
      // A line that is closed between two jobs would be counted with the second.
      server.keepAliveTimeout = 0
      server.listen(0, '127.0.0.1', () => resolve(server))
    })
  const database = await listen((asked, response) => answer('database', asked, response))
  const outside = await listen((asked, response) =>
    answer(asked.headers.host === queueHost ? 'queue' : 'outside', asked, response),
  )
  return {
    databasePort: portOf(database),
    outsidePort: portOf(outside),
    record: () => {
      tape = []
    },
    recorded: () => tape,
    play: (from) => {
      playing = [...from]
    },
    close: () => {
      for (const server of [database, outside]) {
        server.closeAllConnections()
        server.close()
      }
    },
  }
}

export const queueHost = 'queue.test'

const portOf = (server: Server): number => (server.address() as AddressInfo).port

/** They belong to the line and not to the message. */
const ofTheLine = new Set([
  'connection',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'keep-alive',
  'host',
])

const bodyOf = async (asked: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of asked) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

const send = (response: ServerResponse, { status, headers, body }: Exchange['answer']): void => {
  response.writeHead(status, [...headers.flat(), 'content-length', String(body.length)])
  response.end(body)
}
