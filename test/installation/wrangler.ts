/** Cloudflare's own tool, as the commands that mind an installation call it. */
import { spawn } from 'node:child_process'

export interface Ran {
  readonly ok: boolean
  /** What it printed, both streams in the order they came. */
  readonly output: string
}

/** Never asks: what it needs to know is in its parameters. Fails only by its answer. */
export type Wrangler = (...parameters: readonly string[]) => Promise<Ran>

const root = new URL('../..', import.meta.url).pathname

export const wrangler: Wrangler = (...parameters) =>
  new Promise((resolve) => {
    const child = spawn('wrangler', parameters, {
      cwd: root,
      env: { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => resolve({ ok: false, output: `wrangler did not start: ${error.message}` }))
    child.on('exit', (code) => resolve({ ok: code === 0, output }))
  })

/** The JSON within what a command printed: warnings may stand round it. Null where there is none. */
export const jsonIn = (output: string): unknown => {
  const start = output.search(/[[{]/)
  const end = Math.max(output.lastIndexOf(']'), output.lastIndexOf('}'))
  if (start < 0 || end < start) return null
  try {
    return JSON.parse(output.slice(start, end + 1))
  } catch {
    return null
  }
}

/** What this project calls its resources; `wrangler.toml` says the same. */
export const resources = { database: 'perennial', queue: 'perennial-jobs' }

/** The names in a listing: `[{ "name": … }]`. */
export const namesIn = (output: string): readonly string[] => {
  const listed = jsonIn(output)
  if (!Array.isArray(listed)) return []
  return listed.flatMap((entry: unknown) =>
    typeof entry === 'object' && entry !== null && 'name' in entry && typeof entry.name === 'string'
      ? [entry.name]
      : [],
  )
}
