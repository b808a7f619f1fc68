/** Bundled by the tool that deploys it, so that what runs here is what would run there. */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = new URL('../..', import.meta.url).pathname

/** What `wrangler.toml` names: the files a page loads. */
export const assetsFolder = `${root}src/http/assets`

/** The script of a Worker, from its entry file below the root. */
export const bundle = async (entry: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'perennial-'))
  try {
    const args = ['deploy', entry, '--dry-run', '--outdir', folder]
    const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true' }
    await promisify(execFile)(join(root, 'node_modules/.bin/wrangler'), args, { cwd: root, env })
    const script = (await readdir(folder)).find((name) => name.endsWith('.js'))
    if (script === undefined) throw new Error(`wrangler made no script of ${entry}`)
    return await readFile(join(folder, script), 'utf8')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Every statement of the migrations, in order. */
export const migrationStatements = async (): Promise<readonly string[]> => {
  const files = (await readdir(`${root}drizzle`)).filter((name) => name.endsWith('.sql')).sort()
  const texts = await Promise.all(files.map((file) => readFile(`${root}drizzle/${file}`, 'utf8')))
  return texts.flatMap((text) => text.split('--> statement-breakpoint'))
}
