/** The classifier that the product runs, in the shape the evaluation asks for. */
import { judge } from '../../src/infer/automated.ts'
import { parseAddresses } from '../../src/model/address.ts'

export const classify = (headers: [name: string, value: string][]): { human: boolean; why: string } => {
  const addresses = (wanted: string) =>
    headers.flatMap(([name, value]) => (name.toLowerCase() === wanted ? parseAddresses(value) : []))
  return judge({ headers, from: addresses('from')[0] ?? null, to: addresses('to'), cc: addresses('cc') })
}
