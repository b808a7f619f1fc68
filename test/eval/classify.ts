/** The classifier that the product runs, in the shape the evaluation asks for. */
import '../linked.ts'
import { classifyMessage } from '../../src/infer/automated.ts'
import { parseAddresses } from '../../src/model/address.ts'
import { describeLeftOut } from '../../src/words/left-out.ts'

export const classify = (headers: [name: string, value: string][]): { human: boolean; why: string } => {
  const addresses = (wanted: string) =>
    headers.flatMap(([name, value]) => (name.toLowerCase() === wanted ? parseAddresses(value) : []))
  const { human, evidence } = classifyMessage({
    headers,
    from: addresses('from')[0] ?? null,
    to: addresses('to'),
    cc: addresses('cc'),
  })
  if (evidence === null) return { human, why: 'nothing says that it is automated' }
  const why = describeLeftOut(evidence.code)
  return { human, why: human ? `not enough: ${why}` : why }
}
