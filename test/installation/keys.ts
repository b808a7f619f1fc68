/**
 * `npm run keys:rotate`: a new key, added beside the old one while everything runs. It opens at once and seals from ten minutes
 * on, when every copy of the Worker has it; grants are sealed anew as accounts are read. `-- --finish` drops the old keys once
 * nothing is sealed by them; `--links-too` does so although links in mails of the last weeks were signed by them.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyIdOf } from '../../src/connect/keys.ts'
import { keyAddedAt } from '../../src/env.ts'
import { jsonIn, namesIn, type Wrangler } from './wrangler.ts'

/** What was done, or why nothing was. */
export interface KeysOutcome {
  readonly ok: boolean
  readonly says: string
}

const refuse = (says: string): KeysOutcome => ({ ok: false, says })

export const rotateKeys = async (
  wrangler: Wrangler,
  { key, now }: { readonly key: string; readonly now: number },
): Promise<KeysOutcome> => {
  const names = await keyNames(wrangler)
  if (names === null) return refuse('The secrets could not be listed: is the Worker deployed, and are you signed in?')
  const waiting = names.find((name) => (keyAddedAt(name) ?? 0) > now)
  if (waiting !== undefined)
    return refuse(`${waiting} was added moments ago. Wait until it seals before adding another.`)
  const id = await keyIdOf(new Uint8Array(Buffer.from(key, 'base64url')))
  const name = `KEYS_${now + secondsToSpread}_${Buffer.from(id, 'base64url').toString('hex').toUpperCase()}`
  const { ok, output } = await putSecret(wrangler, name, key)
  if (!ok) return refuse(`The new key was not added, and nothing has changed:\n${output.trim()}`)
  return {
    ok: true,
    says: `${name} is added. It seals from ten minutes on, and grants are sealed anew as accounts are read. Then: npm run keys:rotate -- --finish`,
  }
}

/** Longer than it takes until no copy of the Worker runs with the settings of before. */
const secondsToSpread = 600

export const finishRotation = async (
  wrangler: Wrangler,
  { now, linksToo }: { readonly now: number; readonly linksToo: boolean },
): Promise<KeysOutcome> => {
  const names = await keyNames(wrangler)
  if (names === null) return refuse('The secrets could not be listed: is the Worker deployed, and are you signed in?')
  const [newest, ...older] = names
  const sealsFrom = newest === undefined ? null : keyAddedAt(newest)
  if (newest === undefined || sealsFrom === null || older.length === 0) return refuse('There is no old key to drop.')
  if (sealsFrom > now) return refuse('The new key does not seal yet: try again in ten minutes.')
  const left = await sealedByOthers(wrangler, newest)
  if (left === null) return refuse('The database could not be asked which keys are in use. Nothing has changed.')
  if (left > 0) {
    return refuse(
      `${left} ${left === 1 ? 'account is' : 'accounts are'} still sealed by an old key: each is sealed anew when it is read next. Accounts that wait for their owner to connect again keep the old key until then.`,
    )
  }
  if (sealsFrom + secondsOfLinks > now && !linksToo) {
    return refuse(
      'No grant needs the old keys, but links in mails of the last 60 days were signed by them. Wait, or say --links-too and they stop working.',
    )
  }
  for (const name of older) {
    const { ok, output } = await wrangler('secret', 'delete', name)
    if (!ok) return refuse(`${name} was not dropped:\n${output.trim()}`)
  }
  return { ok: true, says: `Dropped: ${older.join(', ')}. Everything is sealed by ${newest}.` }
}

/** Check-ins are good for 30 days; whoever wants no more mail has twice as long, and the newest mail after that. */
const secondsOfLinks = 60 * 86_400

/** The settings that hold keys, the one that seals last first; null where nobody tells. */
const keyNames = async (wrangler: Wrangler): Promise<readonly string[] | null> => {
  const { ok, output } = await wrangler('secret', 'list', '--format', 'json')
  if (!ok) return null
  return namesIn(output)
    .filter((name) => name === 'KEYS' || keyAddedAt(name) !== null)
    .sort((a, b) => (keyAddedAt(b) ?? -1) - (keyAddedAt(a) ?? -1))
}

const sealedByOthers = async (wrangler: Wrangler, newest: string): Promise<number | null> => {
  const id = Buffer.from(newest.split('_')[2] ?? '', 'hex').toString('base64url')
  const question = `SELECT count(*) AS n FROM accounts WHERE "grant" <> '' AND substr("grant", 1, instr("grant", '.') - 1) <> '${id}'`
  const { ok, output } = await wrangler('d1', 'execute', 'DB', '--remote', '--json', '--command', question)
  if (!ok) return null
  const found = /"n":\s*(\d+)/.exec(JSON.stringify(jsonIn(output)))
  return found === null ? null : Number(found[1])
}

/** By a file that only its owner reads: parameters are seen by everybody on the machine. */
const putSecret = async (wrangler: Wrangler, name: string, value: string): ReturnType<Wrangler> => {
  const folder = await mkdtemp(join(tmpdir(), 'perennial-keys-'))
  try {
    const file = join(folder, 'secrets.json')
    await writeFile(file, JSON.stringify({ [name]: value }), { mode: 0o600 })
    return await wrangler('secret', 'bulk', file)
  } finally {
    await rm(folder, { recursive: true })
  }
}
