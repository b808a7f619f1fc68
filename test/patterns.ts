/**
 * Finds patterns that are slow on what they are given, by counting and not by the clock. V8 can stop a pattern that goes
 * back too often; each pattern that runs is tried so first. Without its optimisations it counts every way back: a pattern
 * that tries a text's every beginning against its every end goes back thousands of times for each character, any other a few.
 */
import { setFlagsFromString } from 'node:v8'
import { runInThisContext } from 'node:vm'

/** Ways back allowed for each character. Those that read a text once take one to ten. */
const allowedPerCharacter = 100
/** However short the text. */
const allowedAlways = 1000

/** The patterns that went back too often in the course of this work, each with the length of its text. */
export const slowPatternsIn = (work: () => void): readonly string[] => {
  const slow = new Set<string>()
  const { exec, [Symbol.split]: split } = RegExp.prototype
  const isSlow = (pattern: RegExp, text: string): boolean => {
    if (!goesBackTooOften(pattern, text, exec)) return false
    slow.add(`${pattern} on ${text.length} characters`)
    return true
  }
  const triedExec = function (this: RegExp, text: string): RegExpExecArray | null {
    return isSlow(this, String(text)) ? null : exec.call(this, text)
  }
  // As the standard tells it, each place would be tried by itself, which no engine does.
  const triedSplit = function (this: RegExp, text: string, limit?: number): string[] {
    if (isSlow(this, text)) return [text]
    RegExp.prototype.exec = exec
    try {
      return split.call(this, text, limit)
    } finally {
      RegExp.prototype.exec = triedExec
    }
  }
  setFlagsFromString('--allow-natives-syntax')
  setFlagsFromString('--no-regexp-optimization')
  // Every other method of patterns, and of texts with patterns, goes through `exec` (ECMA-262, RegExpExec).
  Object.assign(RegExp.prototype, { exec: triedExec, [Symbol.split]: triedSplit })
  try {
    work()
  } finally {
    Object.assign(RegExp.prototype, { exec, [Symbol.split]: split })
    setFlagsFromString('--regexp-optimization')
    limited.clear()
  }
  return [...slow]
}

const goesBackTooOften = (pattern: RegExp, text: string, exec: RegExp['exec']): boolean => {
  const twin = limitedTwin(pattern, allowedAlways + allowedPerCharacter * text.length)
  twin.lastIndex = Math.min(pattern.lastIndex, text.length)
  return exec.call(twin, text) === null
}

const limited = new Map<string, RegExp>()

/** Always matches in the end, unless it was stopped: then it says there is nothing. */
const limitedTwin = ({ source, flags, sticky }: RegExp, most: number): RegExp => {
  const key = `${most} ${flags} ${source}`
  const known = limited.get(key)
  if (known !== undefined) return known
  withLimit ??= runInThisContext(
    '(source, flags, most) => %NewRegExpWithBacktrackLimit(source, flags, most)',
  ) as WithLimit
  const twin = withLimit(`(?:${source})|${sticky ? '' : '(?![\\s\\S])'}`, flags, most)
  limited.set(key, twin)
  return twin
}

type WithLimit = (source: string, flags: string, most: number) => RegExp

/** V8's own, which understands its name only once its flag is set. */
let withLimit: WithLimit | null = null
