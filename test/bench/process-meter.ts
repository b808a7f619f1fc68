/**
 * The CPU time of child processes, from the system's own books: a clock inside workerd would be one more thing to trust,
 * and would not see what runs beside the script.
 */
import { readdir, readFile } from 'node:fs/promises'

/** Call it before the process to measure is started; what it gives, after. */
export const processMeter = (): (() => Promise<() => Promise<number>>) => {
  const before = descendants()
  return async () => {
    const known = new Set(await before)
    const started = (await descendants()).filter((id) => !known.has(id))
    if (started.length === 0) throw new Error('CPU time can only be measured where there is a /proc: on Linux')
    return async () => (await Promise.all(started.map(cpuOf))).reduce((sum, milliseconds) => sum + milliseconds, 0)
  }
}

/** Of one process and those it started, since they began. */
export const cpuOfTree = async (id: number): Promise<number> => {
  const all = [id, ...(await descendants(id))]
  return (await Promise.all(all.map(cpuOf))).reduce((sum, milliseconds) => sum + milliseconds, 0)
}

const descendants = async (parent = process.pid): Promise<readonly number[]> => {
  const children = await childrenOf(parent)
  return [...children, ...(await Promise.all(children.map((child) => descendants(child)))).flat()]
}

const childrenOf = async (parent: number): Promise<readonly number[]> => {
  const threads = await entries(`/proc/${parent}/task`)
  const lists = await Promise.all(threads.map((thread) => text(`/proc/${parent}/task/${thread}/children`)))
  return lists.flatMap((list) =>
    list
      .split(' ')
      .filter((id) => id !== '')
      .map(Number),
  )
}

/** The first field of `schedstat` is nanoseconds on a processor, thread by thread. */
const cpuOf = async (id: number): Promise<number> => {
  const threads = await entries(`/proc/${id}/task`)
  const times = await Promise.all(threads.map((thread) => text(`/proc/${id}/task/${thread}/schedstat`)))
  return times.reduce((sum, time) => sum + Number(time.split(' ')[0] ?? 0), 0) / 1e6
}

const entries = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => [])
const text = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '')
