/**
 * What a reader has to read to follow one path through the product. From each start the names used in its body are followed
 * to what they stand for, through imports, and on from there. Types are not followed, nor is a call through an interface:
 * where the path goes through one, the functions behind it are starts too.
 */
import {
  isFunctionDeclaration,
  isIdentifier,
  isShorthandPropertyAssignment,
  isSourceFile,
  isTypeNode,
  isVariableStatement,
  type Node,
  type SourceFile,
} from 'typescript/unstable/ast'
import { SymbolFlags } from 'typescript/unstable/sync'
import { type House, originOf, type Source, walk } from './house.ts'
import { nodeLines } from './sizes.ts'

export interface Reach {
  readonly files: number
  /** Declarations that another file of the path uses: each is a place where a reader changes files. */
  readonly crossings: number
  readonly lines: number
}

/** A start is `src/sync/plan.ts:planStep`. */
export const reachOf = (house: House, starts: readonly string[]): Reach => {
  const reached = new Set<Node>()
  const waiting = [...declarationsAt(house.sources, starts)]
  const crossings = new Set<Node>()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    const used = usedIn(next, house)
    for (const other of used) if (treeOf(other) !== treeOf(next)) crossings.add(other)
    waiting.push(...used)
  }
  return {
    files: new Set([...reached].map(treeOf)).size,
    crossings: crossings.size,
    lines: [...reached].reduce((sum, node) => sum + nodeLines(node, treeOf(node)), 0),
  }
}

/** What each start names; throws where one names nothing. */
export const declarationsAt = (sources: readonly Source[], starts: readonly string[]): readonly Node[] =>
  starts.map((start) => declarationNamed(sources, start))

const declarationNamed = (sources: readonly Source[], start: string): Node => {
  const [path, name] = start.split(':')
  const source = sources.find((one) => one.path === path)
  if (source === undefined) throw new Error(`the start ${start} names a file that is not there`)
  const declaration = source.tree.statements.find((statement) => namesOf(statement).includes(name ?? ''))
  if (declaration === undefined) throw new Error(`the start ${start} names nothing that ${path} declares`)
  return declaration
}

const namesOf = (statement: Node): readonly string[] => {
  if (isFunctionDeclaration(statement)) return statement.name === undefined ? [] : [statement.name.text]
  if (!isVariableStatement(statement)) return []
  return statement.declarationList.declarations.map(({ name }) => name.getText(treeOf(statement)))
}

/** The declarations of ours, at the top of a file, that the names in one stand for; itself is none of them. */
const usedIn = (declaration: Node, { sources, checker }: House): readonly Node[] => {
  const names: Node[] = []
  const shorthands: Node[] = []
  walk(
    declaration,
    (node) => {
      if (isShorthandPropertyAssignment(node)) shorthands.push(node)
      else if (isIdentifier(node)) names.push(node)
    },
    isTypeNode,
  )
  const symbols = [
    ...checker.getSymbolAtLocation(names),
    ...shorthands.map((node) => checker.getShorthandAssignmentValueSymbol(node)),
  ]
  const ours = new Set(sources.map(({ tree }) => String(tree.path)))
  const used = [...new Set(symbols)].flatMap((symbol) => {
    const origin = symbol === undefined ? undefined : originOf(symbol, checker)
    if (origin === undefined || (origin.flags & named) === 0) return []
    const place = origin.valueDeclaration
    const node = place !== undefined && ours.has(place.path) ? place.resolve() : undefined
    return node === undefined ? [] : [topOf(node)]
  })
  return [...new Set(used)].filter((top) => top !== declaration)
}

/** A property is found through the value that holds it. */
const named = SymbolFlags.Variable | SymbolFlags.Function | SymbolFlags.Class | SymbolFlags.Enum

const topOf = (node: Node): Node => (isSourceFile(node.parent) ? node : topOf(node.parent))

const treeOf = (node: Node): SourceFile => node.getSourceFile()
