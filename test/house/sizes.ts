/** How long things are: code in lines, files and functions in lines from first to last. */
import {
  isArrowFunction,
  isFunctionDeclaration,
  isFunctionExpression,
  isGetAccessorDeclaration,
  isJsxText,
  isMethodDeclaration,
  isNoSubstitutionTemplateLiteral,
  isPropertyAssignment,
  isPropertyDeclaration,
  isRegularExpressionLiteral,
  isSetAccessorDeclaration,
  isStringLiteral,
  isTemplateHead,
  isTemplateMiddleOrTemplateTail,
  isVariableDeclaration,
  type Node,
  type SourceFile,
} from 'typescript/unstable/ast'
import { type Sheet, type Source, walk } from './house.ts'

export interface Spread {
  readonly median: number
  readonly p90: number
  readonly max: number
}

/** The nearest rank: every figure is one of the values. */
export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  return { median: at(0.5), p90: at(0.9), max: at(1) }
}

/** Lines that hold more than blanks and comments. */
export const codeLines = (text: string): number => text.split('\n').filter((line) => line.trim() !== '').length

export const codeLinesOf = ({ tree }: Source): number => codeLines(withoutComments(tree))

export const sheetCodeLines = ({ text }: Sheet): number => codeLines(text.replace(/\/\*[\s\S]*?\*\//g, ''))

export const allLines = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

/** First line to last, without the comment above. */
export const nodeLines = (node: Node, tree: SourceFile): number =>
  allLines(tree.text.slice(node.getStart(tree), node.getEnd()))

export interface NamedFunction {
  readonly path: string
  readonly name: string
  readonly lines: number
}

/** Functions with a name of their own. One inside another counts for itself and in the lines of the outer one. */
export const functionsOf = ({ path, tree }: Source): readonly NamedFunction[] => {
  const found: NamedFunction[] = []
  walk(tree, (node) => {
    const name = nameOfFunction(node)
    if (name !== null) found.push({ path, name: name.getText(tree), lines: nodeLines(node, tree) })
  })
  return found
}

/** Whether anything in the file can be called, named or not. */
export const hasLogic = ({ tree }: Source): boolean => {
  let has = false
  walk(tree, (node) => {
    has ||= isFunctionValue(node) || nameOfFunction(node) !== null
  })
  return has
}

const isFunctionValue = (node: Node): boolean => isArrowFunction(node) || isFunctionExpression(node)

/** The name under which a node holds a function with a body; null for any other node. */
const nameOfFunction = (node: Node): Node | null => {
  if (
    isFunctionDeclaration(node) ||
    isMethodDeclaration(node) ||
    isGetAccessorDeclaration(node) ||
    isSetAccessorDeclaration(node)
  ) {
    return node.body === undefined ? null : (node.name ?? null)
  }
  if (isVariableDeclaration(node) || isPropertyAssignment(node) || isPropertyDeclaration(node)) {
    return node.initializer !== undefined && isFunctionValue(node.initializer) ? node.name : null
  }
  return null
}

/** Comments are what stands between tokens; `//` inside a string, a pattern or a page's text is none. */
const withoutComments = (tree: SourceFile): string => {
  const { text } = tree
  const literals = literalsOf(tree)
  let code = ''
  for (let at = 0; at < text.length; ) {
    const commentEnd = literals.has(at) ? null : endOfComment(text, at)
    const end = commentEnd ?? literals.get(at) ?? at + 1
    if (commentEnd === null) code += text.slice(at, end)
    at = end
  }
  return code
}

const endOfComment = (text: string, at: number): number | null => {
  const [opening, closing] = text.startsWith('//', at) ? ['//', '\n'] : ['/*', '*/']
  if (!text.startsWith(opening, at)) return null
  const end = text.indexOf(closing, at + opening.length)
  if (end === -1) return text.length
  return opening === '//' ? end : end + closing.length
}

/** Where each literal begins and ends. */
const literalsOf = (tree: SourceFile): ReadonlyMap<number, number> => {
  const literals = new Map<number, number>()
  walk(tree, (node) => {
    if (isLiteral(node) && node.getEnd() > node.getStart(tree)) literals.set(node.getStart(tree), node.getEnd())
  })
  return literals
}

const isLiteral = (node: Node): boolean =>
  isStringLiteral(node) ||
  isNoSubstitutionTemplateLiteral(node) ||
  isTemplateHead(node) ||
  isTemplateMiddleOrTemplateTail(node) ||
  isRegularExpressionLiteral(node) ||
  isJsxText(node)
