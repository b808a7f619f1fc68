/** Holds the code to the table of the README: who may import what. And to its promises: which doors lead outside. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { microsoftScopes as microsoft } from '../src/providers/microsoft/oauth.ts'

const root = resolve(import.meta.dirname, '..')

interface Rule {
  /** Folders end in a slash, files in their extension; `*` is everything. */
  readonly ours: readonly string[]
  readonly packages: readonly string[]
  readonly isPure: boolean
}

/** What each folder (`deliver/render/`) or file (`jobs.ts`) may import: the table of the README, by its first column. */
const rules: ReadonlyMap<string, Rule> = new Map(
  tableOf(readFileSync(join(root, 'README.md'), 'utf8')).flatMap(
    ([folders = '', holds = '', ours = '', packages = '']) => {
      const rule = {
        ours: ours === 'everything' ? ['*'] : namesIn(ours),
        packages: namesIn(packages),
        isPure: holds.startsWith('pure:'),
      }
      return namesIn(folders).map((folder) => [folder, rule] as const)
    },
  ),
)

describe('imports', () => {
  test.each(sourceFiles().map((file) => [file]))('%s imports only what its folder may', (file) => {
    const folder = folderOf(file)
    const rule = rules.get(folder)
    expect(rule, `the README has no row for ${folder}`).toBeDefined()
    for (const imported of importsOf(file)) {
      const isAllowed = imported.startsWith('.')
        ? isOurs(file, imported, folder, rule?.ours ?? [])
        : rule?.packages.some((name) => imported === name || imported.startsWith(`${name}/`))
      expect(isAllowed, `${file} imports ${imported}`).toBe(true)
    }
  })

  test('every row of the README is about something that exists, and so is what it names', () => {
    const files = sourceFiles()
    const named = [...rules].flatMap(([folder, { ours }]) => [folder, ...ours]).filter((name) => name !== '*')
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter((name) => !files.some((file) => isWithin(file, name)))).toEqual([])
  })

  test('nobody but the entry points sees the environment, and from the app everybody takes types only', () => {
    for (const file of sourceFiles().filter((name) => name !== 'app.ts' && name !== 'worker.ts')) {
      const ours = importsOf(file).filter((name) => name.startsWith('.'))
      expect(
        ours.map((name) => resolved(file, name)),
        file,
      ).not.toContain('env.ts')
      expect(withoutComments(readSource(file)), file).not.toMatch(/^import (?!type )[^\n]*from '(?:\.\.?\/)+app\.ts'/m)
    }
  })

  test('one provider never imports another', () => {
    for (const file of sourceFiles().filter((name) => /^providers\/\w+\//.test(name))) {
      const own = file.split('/')[1]
      for (const imported of importsOf(file).filter((name) => name.startsWith('.'))) {
        const target = resolved(file, imported)
        const other = /^providers\/(\w+)\//.exec(target)?.[1]
        expect([undefined, own, 'kit'], `${file} imports ${imported}`).toContain(other)
      }
    }
  })
})

describe('doors', () => {
  test.each(sourceFiles().map((file) => [file]))('%s reads no clock, no chance and no network of its own', (file) => {
    const text = withoutComments(readSource(file))
    if (file === 'outside.ts') return
    // The OAuth library reads the system's clock: one place compares it with ours.
    const clock = file === 'connect/oauth-client.ts' ? /new Date\(\)/ : /\bDate\.now\(\)|new Date\(\)/
    expect(text).not.toMatch(clock)
    expect(text).not.toMatch(/\bMath\.random\(|crypto\.getRandomValues|crypto\.randomUUID|setTimeout\((?!look)/)
    expect(text).not.toMatch(/(?<![.\w])fetch\(['"`]http/)
  })

  test.each(
    sourceFiles()
      .filter((file) => rules.get(folderOf(file))?.isPure)
      .map((file) => [file]),
  )('%s is pure: nothing in it waits', (file) => {
    const awaits = withoutComments(readSource(file)).match(/\bawait\b/g) ?? []
    // hono/html is asynchronous by type only: the mail is awaited once, where it is put together.
    expect(awaits.length).toBeLessThanOrEqual(file.startsWith('deliver/render/') ? 1 : 0)
  })

  test("every router is the smallest of Hono's: the larger ones come with whoever asks for another", () => {
    for (const file of sourceFiles())
      expect(readSource(file), file).not.toMatch(/^import (?!type )[^\n]*\bHono\b[^\n]*from 'hono(?:\/quick)?'/m)
  })

  test('what travels beside the Worker is imported by nothing that is in it', () => {
    const lists =
      /(?:^infer\/lists\/|\/sentences\.ts$|^draft\/topic-word-lists\.ts$|\/windows-zone-list\.ts$|^vocabulary\.ts$)/
    for (const file of sourceFiles().filter((name) => !lists.test(name)))
      for (const [, path = ''] of withoutComments(readSource(file)).matchAll(
        /^import (?!type )[^\n]*from '(\.[^']+)'/gm,
      ))
        expect(resolved(file, path), file).not.toMatch(lists)
  })

  test('the product knows nothing of the sandbox, and asks no provider for its name', () => {
    for (const file of sourceFiles()) {
      const text = withoutComments(readSource(file))
      expect(text, file).not.toMatch(/\.\.\/test\/|sandbox\//)
      if (!file.startsWith('providers/')) expect(text, file).not.toMatch(/provider\w* === '(google|microsoft)'/)
    }
  })
})

describe('promises', () => {
  test('no table has a column that could hold a body, a snippet, a subject or a title', () => {
    const schema = sourceFiles()
      .filter((file) => file.startsWith('store/schema/'))
      .map(readSource)
      .join('\n')
    const columns = [...schema.matchAll(/(?:text|integer|blob|real)\('(\w+)'/g)].map(([, name]) => name ?? '')
    expect(columns.length).toBeGreaterThan(20)
    for (const column of columns) expect(column).not.toMatch(/body|snippet|title|summary|description|text|html/)
    // The one "subject" is OpenID's: whose account it is.
    expect(columns.filter((column) => column === 'subject')).toHaveLength(1)
  })

  test('no scope that could show a body or send a message is asked for', () => {
    const asked = [...readSource('providers/google/oauth.ts').matchAll(/googleapis\.com\/auth\/([\w.]+)/g)].map(
      ([, name]) => name,
    )
    expect(asked.sort()).toEqual(['calendar.events.owned.readonly', 'gmail.metadata', 'userinfo.email'])
    const signIn = ['openid', 'profile', 'email', 'offline_access', 'User.Read']
    expect(microsoft.map(({ scope }) => scope)).toEqual([...signIn, 'Mail.ReadBasic', 'Calendars.ReadBasic'])
  })
})

function sourceFiles(): readonly string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && statSync(join(root, 'src', name)).isFile())
    .sort()
}

function readSource(file: string): string {
  return readFileSync(join(root, 'src', file), 'utf8')
}

/** The rows of the table whose first heading is the folders of `src/`, cell by cell. */
function tableOf(readme: string): readonly (readonly string[])[] {
  const lines = readme.split('\n')
  const heading = lines.findIndex((line) => line.startsWith('| folder of `src/` |'))
  if (heading < 0) throw new Error('The README has no table of folders')
  const below = lines.slice(heading + 2)
  return below
    .slice(
      0,
      below.findIndex((line) => !line.startsWith('|')),
    )
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )
}

function namesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '')
}

/** The rule's key: the longest that the path begins with. */
function folderOf(file: string): string {
  const keys = [...rules.keys()].filter((key) => isWithin(file, key))
  return keys.sort((a, b) => b.length - a.length)[0] ?? file
}

/** Whether a path is this file, or lies in this folder. */
function isWithin(path: string, name: string): boolean {
  return name.endsWith('/') ? path.startsWith(name) : path === name
}

function importsOf(file: string): readonly string[] {
  return [
    ...withoutComments(readSource(file)).matchAll(
      /^(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]/gm,
    ),
  ].map(([, from, bare]) => from ?? bare ?? '')
}

function resolved(file: string, imported: string): string {
  return relative(join(root, 'src'), resolve(root, 'src', dirname(file), imported))
}

function isOurs(file: string, imported: string, folder: string, allowed: readonly string[]): boolean {
  const target = resolved(file, imported)
  return [folder, ...allowed].some((name) => name === '*' || isWithin(target, name))
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}
