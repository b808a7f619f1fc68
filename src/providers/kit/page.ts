/** A page with nothing in it but what is said. Pure. */
import type { Page } from '../provider.ts'

export type PageParts<T> = Pick<Page<T>, 'cursor' | 'more' | 'backfill'> & Partial<Page<T>>

export const feedPage = <T>(parts: PageParts<T>): Page<T> => ({
  upserts: [],
  deletions: [],
  lacking: [],
  memory: null,
  unitsSpent: 0,
  pauseSeconds: 0,
  zone: null,
  total: null,
  ...parts,
})
