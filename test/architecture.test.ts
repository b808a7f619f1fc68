/** Keeps the house as it is drawn in the README: who may import what, and which doors lead outside. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { scopes as microsoft } from '../src/providers/microsoft/oauth.ts'

const root = resolve(import.meta.dirname, '..')

/** Packages that do no I/O and read no clock: the pure stages may use them. */
const purePackages = ['postal-mime', 'temporal-polyfill', 'hono/html', 'valibot']
const pureStages = ['infer', 'score', 'report', 'draft', 'words']

/**
 * What each folder may import, by the first part of the path below `src/` (or a file there) and by package. A folder may
 * always import its own files.
 */
const mayImport: Readonly<Record<string, { readonly ours: readonly string[]; readonly packages: readonly string[] }>> =
  {
    model: { ours: [], packages: purePackages },
    infer: { ours: ['model'], packages: purePackages },
    score: { ours: ['model'], packages: purePackages },
    report: { ours: ['model', 'infer', 'score'], packages: purePackages },
    draft: { ours: ['model', 'infer', 'score', 'report'], packages: purePackages },
    words: { ours: ['model', 'infer', 'score', 'report', 'draft'], packages: purePackages },
    'deliver/render': { ours: ['model', ...pureStages], packages: purePackages },
    providers: {
      ours: ['model', 'outside.ts'],
      packages: ['valibot', 'googleapis', '@microsoft/microsoft-graph-client'],
    },
    store: { ours: ['model'], packages: ['drizzle-orm'] },
    connect: {
      ours: ['model', 'providers/provider.ts', 'store', 'outside.ts'],
      packages: ['oauth4webapi', 'jose', 'valibot'],
    },
    sync: { ours: ['model', ...pureStages, 'providers/provider.ts', 'store'], packages: [] },
    people: {
      ours: ['model', ...pureStages, 'providers/provider.ts', 'store', 'deliver/links.ts', 'deliver/render'],
      packages: [],
    },
    deliver: {
      ours: ['model', ...pureStages, 'providers/provider.ts', 'people', 'store', 'outside.ts'],
      packages: ['valibot'],
    },
    http: {
      ours: ['model', 'connect', 'people', ...pureStages, 'providers/provider.ts', 'services.ts', 'env.ts'],
      packages: ['hono'],
    },
    'env.ts': { ours: ['model', 'connect'], packages: [] },
    'outside.ts': { ours: [], packages: [] },
    'jobs.ts': { ours: ['model', 'services.ts', 'sync', 'deliver'], packages: [] },
    'services.ts': { ours: ['*'], packages: [] },
    'worker.ts': { ours: ['*'], packages: [] },
  }

const pureFolders = ['model', ...pureStages, 'deliver/render']

describe('imports', () => {
  test.each(sourceFiles().map((file) => [file]))('%s imports only what its folder may', (file) => {
    const folder = folderOf(file)
    const rule = mayImport[folder]
    expect(rule, `no rule for ${folder}: add one here and to the README`).toBeDefined()
    for (const imported of importsOf(file)) {
      const isAllowed = imported.startsWith('.')
        ? isOurs(file, imported, folder, rule?.ours ?? [])
        : rule?.packages.some((name) => imported === name || imported.startsWith(`${name}/`))
      expect(isAllowed, `${file} imports ${imported}`).toBe(true)
    }
  })

  test('every rule is about a folder that exists', () => {
    const folders = new Set(sourceFiles().map(folderOf))
    expect(Object.keys(mayImport).filter((folder) => !folders.has(folder))).toEqual([])
  })

  test('one provider never imports another', () => {
    for (const file of sourceFiles().filter((name) => /^providers\/\w+\//.test(name))) {
      const own = file.split('/')[1]
      for (const imported of importsOf(file).filter((name) => name.startsWith('.'))) {
        const target = resolved(file, imported)
        const other = /^providers\/(\w+)\//.exec(target)?.[1]
        expect(other === undefined || other === own, `${file} imports ${imported}`).toBe(true)
      }
    }
  })
})

describe('doors', () => {
  test.each(sourceFiles().map((file) => [file]))('%s reads no clock, no chance and no network of its own', (file) => {
    const text = withoutComments(readSource(file))
    if (file === 'outside.ts') return
    // The OAuth library reads the machine's clock: one place compares it with ours.
    const clock = file === 'connect/oauth-client.ts' ? /new Date\(\)/ : /\bDate\.now\(\)|new Date\(\)/
    expect(text).not.toMatch(clock)
    expect(text).not.toMatch(/\bMath\.random\(|crypto\.getRandomValues|crypto\.randomUUID|setTimeout\((?!look)/)
    expect(text).not.toMatch(/(?<![.\w])fetch\(['"`]http/)
  })

  test.each(
    sourceFiles()
      .filter((file) => pureFolders.some((folder) => file.startsWith(`${folder}/`)))
      .map((file) => [file]),
  )('%s is pure: nothing in it waits', (file) => {
    const awaits = withoutComments(readSource(file)).match(/\bawait\b/g) ?? []
    // hono/html is asynchronous by type only: the mail is awaited once, where it is put together.
    expect(awaits.length).toBeLessThanOrEqual(file.startsWith('deliver/render/') ? 1 : 0)
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

  test('only scopes that cannot show a body or send a letter are asked for', () => {
    const asked = [...readSource('providers/google/oauth.ts').matchAll(/googleapis\.com\/auth\/([\w.]+)/g)].map(
      ([, name]) => name,
    )
    expect(asked.sort()).toEqual(['calendar.events.owned.readonly', 'gmail.metadata', 'userinfo.email'])
    const sign = ['openid', 'profile', 'email', 'offline_access', 'User.Read']
    expect(microsoft.map(({ scope }) => scope)).toEqual([...sign, 'Mail.ReadBasic', 'Calendars.ReadBasic'])
  })
})

function sourceFiles(): readonly string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && statSync(join(root, 'src', name)).isFile())
    .sort()
}

function readSource(file: string): string {
  return readFileSync(join(root, 'src', file), 'utf8')
}

/** The rule's key: the longest that the path begins with. */
function folderOf(file: string): string {
  const keys = Object.keys(mayImport).filter((key) => file === key || file.startsWith(`${key}/`))
  return keys.sort((a, b) => b.length - a.length)[0] ?? file.split('/')[0] ?? file
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
  return (
    allowed.includes('*') ||
    target.startsWith(`${folder}/`) ||
    allowed.some((name) => target === name || target.startsWith(`${name}/`))
  )
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}
