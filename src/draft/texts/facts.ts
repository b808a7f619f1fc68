/** What a text may say: only what metadata can know. Pure. */

export interface TextFacts {
  /** "Hi Maria," or, where no name is sure, "Hello,". Formal texts greet otherwise. */
  readonly givenName: string | null
  /** How the user signs. */
  readonly signature: string
  /** "since we met in September", "since we last wrote, in May 2024"; null where there is nothing to refer to. */
  readonly since: string | null
  /** Chooses among variants: the same for the same person and week. */
  readonly pick: <T>(variants: readonly [T, ...T[]]) => T
}

/** Paragraphs between greeting and signature, and a subject. */
export interface Text {
  readonly subject: string
  readonly paragraphs: readonly string[]
}
