/** What the doctor says of one thing. */
export interface Finding {
  readonly what: string
  readonly state: 'fine' | 'broken' | 'unknown'
  /** What was seen; where it is not fine, what to do about it. */
  readonly says: string
}

export const fine = (what: string, says: string): Finding => ({ what, state: 'fine', says })
export const broken = (what: string, says: string): Finding => ({ what, state: 'broken', says })
export const unknown = (what: string, says: string): Finding => ({ what, state: 'unknown', says })
