/**
 * A file of the person's, read from front to back: its bytes as they come, unpacked where they are gzip. Whether they are
 * is told by the first two bytes, not by the name. The file may be a pipe: nothing is read twice.
 */
import { access, constants, open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { createGunzip } from 'node:zlib'

/** What the person can mend: its message is a sentence for the terminal that says how. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError'
}

export interface Source {
  /** The file as the person named it. */
  readonly path: string
  /** Its name without folders and without `.gz`. */
  readonly name: string
}

export const sourceOf = (path: string): Source => ({ path, name: basename(path).replace(/\.gz$/i, '') })

/** Takes the bytes of a file, piece by piece: a piece is gone when it returns. What it throws ends the reading. */
export type Consumer = (piece: Buffer) => void

/**
 * Hands every byte of a file to `consume`. A gzip file that breaks off or is damaged gives what it holds up to there, and
 * is told not to be whole.
 */
export const readBytes = async (path: string, consume: Consumer): Promise<{ readonly isWhole: boolean }> => {
  await assertReadable(path)
  let sink: Sink | null = null
  for await (const piece of piecesOf(path)) {
    sink ??= isGzip(piece) ? unpacking(consume) : { take: consume, end: () => ({ isWhole: true }) }
    await sink.take(piece)
  }
  return (await sink?.end()) ?? { isWhole: true }
}

/** How many bytes of a file `foreignKind` wants to see. */
export const headBytes = 512

/** What a file that is no mail or calendar file seems to be, and what to do about it; null where that cannot be told. */
export const foreignKind = (head: Buffer): string | null => {
  const text = head.toString('latin1')
  const found = packed.find(([magic]) => text.startsWith(magic))
  if (found !== undefined) return `is a ${found[1]} file: unpack it and name the file inside`
  if (text.slice(257, 262) === 'ustar') return 'is a tar file: unpack it and name the file inside'
  if (text.startsWith('!BDN')) return 'is an Outlook data file: export the mail as mbox first'
  return null
}

const pieceBytes = 256 * 1024
const gzipMagic = [0x1f, 0x8b]

const packed = [
  ['PK\u0003\u0004', 'zip'],
  ['BZh', 'bzip2'],
  ['\u00fd7zXZ', 'xz'],
  ['(\u00b5/\u00fd', 'zstd'],
  ["7z\u00bc\u00af'\u001c", '7z'],
  ['Rar!', 'rar'],
] as const

const isGzip = (piece: Buffer): boolean => gzipMagic.every((byte, index) => piece[index] === byte)

/** Pieces of a file, the first long enough to tell whether it is gzip. The same memory holds every one in turn. */
async function* piecesOf(path: string): AsyncGenerator<Buffer, undefined> {
  const file = await open(path)
  const room = Buffer.allocUnsafeSlow(pieceBytes)
  try {
    for (let filled = 0, isFirst = true; ; ) {
      const { bytesRead } = await file.read(room, filled, room.length - filled, null)
      filled += bytesRead
      if (bytesRead > 0 && isFirst && filled < gzipMagic.length) continue
      if (filled > 0) yield room.subarray(0, filled)
      if (bytesRead === 0) return
      filled = 0
      isFirst = false
    }
  } finally {
    await file.close()
  }
}

interface Sink {
  take(piece: Buffer): Promise<void> | void
  end(): Promise<{ readonly isWhole: boolean }> | { readonly isWhole: boolean }
}

const unpacking = (consume: Consumer): Sink => {
  const gunzip = createGunzip({ chunkSize: pieceBytes })
  const isClosed = new Promise<void>((resolve) => gunzip.once('close', resolve))
  let isWhole = true
  const thrown: unknown[] = []
  // zlib's two complaints, bytes that are missing and bytes that are wrong, both leave what came before.
  gunzip.on('error', () => {
    isWhole = false
  })
  gunzip.on('data', (piece: Buffer) => {
    if (thrown.length > 0) return
    try {
      consume(piece)
    } catch (error) {
      thrown.push(error)
    }
  })
  const rethrow = (): void => {
    if (thrown.length === 0) return
    gunzip.destroy()
    throw thrown[0]
  }
  return {
    take: async (piece) => {
      if (gunzip.destroyed) return
      await Promise.race([isClosed, new Promise<void>((resolve) => gunzip.write(piece, () => resolve()))])
      rethrow()
    },
    end: async () => {
      if (!gunzip.destroyed) gunzip.end()
      await isClosed
      rethrow()
      return { isWhole }
    },
  }
}

const assertReadable = async (path: string): Promise<void> => {
  const found = await stat(path).catch(() => null)
  if (found === null) throw new ArchiveError(`There is no file ${path}: check the name.`)
  if (found.isDirectory()) throw new ArchiveError(`${path} is a folder: name the file inside it.`)
  const isAllowed = await access(path, constants.R_OK).then(
    () => true,
    () => false,
  )
  if (!isAllowed) throw new ArchiveError(`${path} may not be read: check its permissions.`)
}
