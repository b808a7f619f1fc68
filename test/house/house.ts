/** The sources of `src/`, parsed by the compiler that also checks them, with its answers about names. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Node, SourceFile } from 'typescript/unstable/ast'
import { createVirtualFileSystem, type FileSystem } from 'typescript/unstable/fs'
import { API, type Checker, type Symbol as Name, SymbolFlags } from 'typescript/unstable/sync'

export interface House {
  readonly sources: readonly Source[]
  /** Stylesheets have lines and nothing else that is measured. */
  readonly sheets: readonly Sheet[]
  /** Every test below `test/`. */
  readonly tests: ReadonlySet<string>
  readonly checker: Checker
  readonly close: () => void
}

/** Paths are below the root: `src/sync/plan.ts`. */
export interface Source {
  readonly path: string
  readonly tree: SourceFile
}

export interface Sheet {
  readonly path: string
  readonly text: string
}

export const openHouse = (root: string): House => {
  const files = below(root, 'src')
  const { sources, checker, close } = parse(root, { readFile: configBeside(root) })
  const sheets = files.filter((path) => path.endsWith('.css'))
  return {
    sources,
    sheets: sheets.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
    tests: new Set(below(root, 'test').filter((path) => /\.test\.tsx?$/.test(path))),
    checker,
    close,
  }
}

/** A house of a few lines, for what is said about houses. */
export const buildHouse = (files: Readonly<Record<string, string>>): House => {
  const root = '/house'
  const all = Object.entries({ ...files, [configName]: config })
  const { sources, checker, close } = parse(
    root,
    createVirtualFileSystem(Object.fromEntries(all.map(([path, text]) => [`${root}/${path}`, text]))),
  )
  const named = (ending: RegExp) => Object.keys(files).filter((path) => ending.test(path))
  return {
    sources,
    sheets: named(/\.css$/).map((path) => ({ path, text: files[path] ?? '' })),
    tests: new Set(named(/\.test\.tsx?$/)),
    checker,
    close,
  }
}

/** A node and all below it, outermost first. Where `isLeaf` says so, nothing below is visited. */
export const walk = (node: Node, visit: (node: Node) => void, isLeaf: (node: Node) => boolean = () => false): void => {
  visit(node)
  if (isLeaf(node)) return
  node.forEachChild((child) => walk(child, visit, isLeaf))
}

/** What an imported name stands for; any other name stands for itself. */
export const originOf = (symbol: Name, checker: Checker): Name =>
  (symbol.flags & SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol)

/** The product alone, with the scripts that a browser gets; it stands in no file. */
const configName = 'tsconfig.figures.json'
const config = JSON.stringify({
  compilerOptions: {
    allowJs: true,
    allowImportingTsExtensions: true,
    jsx: 'preserve',
    module: 'esnext',
    moduleResolution: 'bundler',
    noEmit: true,
    strict: true,
    target: 'es2024',
    types: [],
  },
  include: ['src'],
})

const configBeside =
  (root: string): NonNullable<FileSystem['readFile']> =>
  (path) =>
    path === join(root, configName) ? config : undefined

const parse = (root: string, fs: FileSystem): Pick<House, 'sources' | 'checker' | 'close'> => {
  const api = new API({ cwd: root, fs })
  const path = join(root, configName)
  const project = api.updateSnapshot({ openProjects: [path] }).getProject(path)
  if (project === undefined) throw new Error(`the compiler opens no project at ${root}`)
  const sources = project.program.getSourceFileNames().flatMap((name) => {
    const tree = name.startsWith(`${root}/src/`) ? project.program.getSourceFile(name) : undefined
    return tree === undefined ? [] : [{ path: relative(root, name), tree }]
  })
  return { sources, checker: project.checker, close: () => api.close() }
}

const below = (root: string, folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
