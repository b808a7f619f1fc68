/**
 * `npm run deploy`: database and queue where they are missing, migrations, then the Worker with its settings. It asks for
 * what is not set yet; a setting in the environment (`OWNER=ann@example.org npm run deploy`) is taken from there.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { readConfiguration } from './configuration.ts'
import { providers } from './providers.ts'
import { gather, objection, type Settings } from './settings.ts'
import { namesIn, resources, wrangler } from './wrangler.ts'

const main = async (): Promise<void> => {
  if (!(await wrangler('whoami', '--json')).ok) throw new Error('Nobody is signed in: run `npx wrangler login` first.')
  const secrets = await wrangler('secret', 'list', '--format', 'json')
  const present = new Set([
    ...(secrets.ok ? namesIn(secrets.output) : []),
    ...(readConfiguration().hasEmailBinding ? ['EMAIL'] : []),
  ])
  const settings = await gather(present, process.env, ask)
  const refused = objection(present, settings)
  if (refused !== null) throw new Error(`Nothing was deployed. ${refused}`)

  if (!namesIn((await wrangler('d1', 'list', '--json')).output).includes(resources.database)) {
    await must('Making the database', 'd1', 'create', resources.database)
  }
  if (!(await wrangler('queues', 'info', resources.queue)).ok) {
    await must('Making the queue', 'queues', 'create', resources.queue)
  }
  await must('Applying migrations', 'd1', 'migrations', 'apply', 'DB', '--remote')
  await deployWorker(settings)
  const url = settings.PUBLIC_URL ?? process.env.PUBLIC_URL
  console.log('\nDeployed.')
  for (const { name, path, settings: needed } of providers) {
    if (needed.every((setting) => settings[setting] === undefined)) continue
    console.log(`Register this redirect address with ${name}: ${new URL(`/connect/${path}/callback`, url).href}`)
  }
  console.log(`Then see that all is well: npm run doctor -- --url ${url ?? 'https://…'}`)
}

const ask = async (question: string): Promise<string> => {
  if (!process.stdin.isTTY) return ''
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await terminal.question(question)
  } finally {
    terminal.close()
  }
}

const must = async (title: string, ...parameters: readonly string[]): Promise<void> => {
  console.log(`${title} …`)
  const { ok, output } = await wrangler(...parameters)
  if (!ok) throw new Error(`${title} failed, and nothing after it was done:\n${output.trim()}`)
}

/** The settings go with the version that needs them, so that no request meets one without the other. */
const deployWorker = async (settings: Settings): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'perennial-deploy-'))
  try {
    const file = join(folder, 'settings.json')
    await writeFile(file, JSON.stringify(settings), { mode: 0o600 })
    await must('Deploying the Worker', 'deploy', ...(Object.keys(settings).length > 0 ? ['--secrets-file', file] : []))
  } finally {
    await rm(folder, { recursive: true })
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
