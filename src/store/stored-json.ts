/** The JSON of a column, as the type that was written. Only this tree writes there, so nothing is checked again. */
export const storedJson = <Stored>(json: string): Stored => JSON.parse(json)
