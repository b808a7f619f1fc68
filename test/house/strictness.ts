/** Where the compiler is told what it cannot see: casts, `any`, and "this is there, trust me". */
import {
  isAsExpression,
  isIdentifier,
  isNonNullExpression,
  isPropertyDeclaration,
  isTypeAssertion,
  isTypeReferenceNode,
  isVariableDeclaration,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast'
import { type Source, walk } from './house.ts'

export type Looseness = 'cast' | 'any' | 'non-null'

export interface Loose {
  readonly kind: Looseness
  readonly path: string
  readonly line: number
}

export const looseIn = ({ path, tree }: Source): readonly Loose[] => {
  const found: Loose[] = []
  walk(tree, (node) => {
    const kind = loosenessOf(node)
    if (kind === null) return
    const line = tree.text.slice(0, node.getStart(tree)).split('\n').length
    found.push({ kind, path, line })
  })
  return found
}

const loosenessOf = (node: Node): Looseness | null => {
  if (isAsExpression(node) || isTypeAssertion(node)) return isConst(node.type) ? null : 'cast'
  if (node.kind === SyntaxKind.AnyKeyword) return 'any'
  return isNonNullExpression(node) || isDefinite(node) ? 'non-null' : null
}

/** `let row!: Row`. */
const isDefinite = (node: Node): boolean => {
  if (isVariableDeclaration(node)) return node.exclamationToken !== undefined
  return isPropertyDeclaration(node) && node.postfixToken?.kind === SyntaxKind.ExclamationToken
}

/** `as const` makes a type narrower; it hides nothing. */
const isConst = (type: Node): boolean =>
  isTypeReferenceNode(type) && isIdentifier(type.typeName) && type.typeName.text === 'const'
