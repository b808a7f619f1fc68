/** Who imports whom, and under which names. */
import { posix } from 'node:path'
import {
  isCallExpression,
  isExportDeclaration,
  isImportDeclaration,
  isImportTypeNode,
  isLiteralTypeNode,
  isStringLiteral,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast'
import type { Checker, Symbol as Name } from 'typescript/unstable/sync'
import { type House, originOf, type Source, walk } from './house.ts'

/** Every file with the files of ours it imports, types too. */
export const importGraph = (sources: readonly Source[]): ReadonlyMap<string, readonly string[]> => {
  const paths = new Set(sources.map(({ path }) => path))
  return new Map(
    sources.map((source) => {
      const imported = relativeImports(source).map((name) => posix.join(posix.dirname(source.path), name))
      return [source.path, [...new Set(imported)].filter((path) => paths.has(path))]
    }),
  )
}

/** Groups of files that import each other, directly or round about; each group in the order of its names. */
export const circlesIn = (graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] => {
  const reach = new Map([...graph.keys()].map((path) => [path, reachableFrom(graph, path)]))
  const together = (one: string, other: string) => reach.get(one)?.has(other) && reach.get(other)?.has(one)
  const groups = [...graph.keys()]
    .filter((path) => together(path, path))
    .map((path) => [...graph.keys()].filter((other) => together(path, other)).toSorted())
  return groups.filter((group, index) => groups.findIndex(([first]) => first === group[0]) === index)
}

/** Names exported by more than one file, with the files. Passing on what another file exports is no second name. */
export const sharedNames = (
  { sources, checker }: Pick<House, 'sources' | 'checker'>,
  allowed: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> => {
  const named = sources.flatMap((source) =>
    [...exportedNames(source, checker)].map((name) => ({ name, path: source.path })),
  )
  const byName = Map.groupBy(named, ({ name }) => name)
  return new Map(
    [...byName]
      .filter(([name, places]) => places.length > 1 && !allowed.has(name))
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, places]) => [name, places.map(({ path }) => path)]),
  )
}

const reachableFrom = (graph: ReadonlyMap<string, readonly string[]>, start: string): ReadonlySet<string> => {
  const reached = new Set<string>()
  const waiting = [...(graph.get(start) ?? [])]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue
    reached.add(path)
    waiting.push(...(graph.get(path) ?? []))
  }
  return reached
}

const relativeImports = ({ tree }: Source): readonly string[] => {
  const names: string[] = []
  walk(tree, (node) => {
    const specifier = specifierOf(node)
    if (specifier !== undefined && isStringLiteral(specifier)) names.push(specifier.text)
  })
  return names.filter((name) => name.startsWith('.'))
}

const specifierOf = (node: Node): Node | undefined => {
  if (isImportDeclaration(node) || isExportDeclaration(node)) return node.moduleSpecifier
  if (isImportTypeNode(node)) return isLiteralTypeNode(node.argument) ? node.argument.literal : undefined
  return isCallExpression(node) && node.expression.kind === SyntaxKind.ImportKeyword ? node.arguments[0] : undefined
}

/** What the file itself declares. A type and a value of one name are one name. */
const exportedNames = ({ tree }: Source, checker: Checker): ReadonlySet<string> => {
  const module = checker.getSymbolAtLocation(tree)
  if (module === undefined) return new Set()
  const isOwn = (symbol: Name) => originOf(symbol, checker).declarations.some(({ path }) => path === tree.path)
  return new Set(
    checker
      .getExportsOfModule(module)
      .filter((symbol) => symbol.name !== 'default' && isOwn(symbol))
      .map(({ name }) => name),
  )
}
