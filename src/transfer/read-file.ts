/** A file of ours as its head and its lines, or what is wrong with it; and the lines in portions that a job can take in. Pure. */
import { fieldsOf, parsedJson } from '../model/json.ts'
import { failure, type Result, success } from '../model/result.ts'
import { type FileHead, fileEnd, isOtherVersion, parseHead } from './file.ts'

/** Why a file cannot be imported: it is none of ours, of another version, or its end is missing. */
export type FileProblem = 'not_ours' | 'other_version' | 'cut_short'

export interface ReadFile {
  readonly head: FileHead
  /** A record each. */
  readonly lines: readonly string[]
}

/** As we write it, line by line; or, where somebody's program has laid it out anew, as the JSON that it still is. */
export const readFile = (text: string): Result<ReadFile, FileProblem> => {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  const [first = '', ...rest] = trimmed.split('\n')
  const head = first.trimEnd().endsWith('"records":[') ? parseHead(first.trimEnd()) : null
  if (head === null) return readWhole(trimmed, first)
  if (rest.at(-1) !== fileEnd) return failure('cut_short')
  return success({
    head,
    lines: rest
      .slice(0, -1)
      .map(withoutComma)
      .filter((line) => line !== ''),
  })
}

const withoutComma = (line: string): string => {
  const bare = line.endsWith('\r') ? line.slice(0, -1) : line
  return bare.endsWith(',') ? bare.slice(0, -1) : bare
}

const readWhole = (text: string, first: string): Result<ReadFile, FileProblem> => {
  if (isOtherVersion(first.trimEnd())) return failure('other_version')
  const file = fieldsOf(parsedJson(text))
  if (file === null) return failure(text.startsWith('{"format":"perennial-export"') ? 'cut_short' : 'not_ours')
  const { records, ...rest } = file
  const written = JSON.stringify(rest)
  if (isOtherVersion(written)) return failure('other_version')
  const head = parseHead(written)
  if (head === null || !Array.isArray(records)) return failure('not_ours')
  return success({ head, lines: records.map((record) => JSON.stringify(record)) })
}

/** Some lines a portion; a longer line is one by itself. */
export const portionsOf = (lines: readonly string[]): readonly string[] => {
  const portions: string[][] = []
  let room = 0
  for (const line of lines) {
    if (portions.length === 0 || line.length > room) {
      portions.push([])
      room = portionLength
    }
    portions.at(-1)?.push(line)
    room -= line.length
  }
  return portions.map((portion) => portion.join('\n'))
}

/** In characters: a job reads it twice, and writes what it says, within ten milliseconds. */
const portionLength = 48 * 1024
