/** The labels that are not a person's own. The world names them as Gmail does. */
import type { Label } from './world.ts'

export const isSystemLabel = (label: Label): boolean => systemLabels.has(label)

export const systemLabels: ReadonlySet<Label> = new Set([
  'CHAT',
  'SENT',
  'INBOX',
  'IMPORTANT',
  'TRASH',
  'DRAFT',
  'SPAM',
  'CATEGORY_FORUMS',
  'CATEGORY_UPDATES',
  'CATEGORY_PERSONAL',
  'CATEGORY_PROMOTIONS',
  'CATEGORY_SOCIAL',
  'YELLOW_STAR',
  'STARRED',
  'UNREAD',
])
