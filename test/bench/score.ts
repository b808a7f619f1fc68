/** The pure stages, in workerd: inferring, learning, and how a relationship stands. */
import { lower } from './figure.ts'
import { type House, openHouse } from './house.ts'
import type { Bench } from './setting.ts'

export const score: Bench = async ({ script, isShort }) => {
  const house = await openHouse(await script())
  try {
    const each = isShort ? 100 : 400
    const rounds = isShort ? 50 : 400
    await house.ask('prepareHealth', 20)
    await house.ask('updateAll', 20)
    const updates = (await cpuOf(house, 'updateAll', each)) - (await cpuOf(house, 'makeAll', each))
    await house.ask('scoreAll', 50)
    const scores = await cpuOf(house, 'scoreAll', rounds)
    const messages = isShort ? 20_000 : 50_000
    await house.ask('prepareLearning', { messages: 5000, addresses: 1000, perPage: 100 })
    await house.ask('learnAll')
    await house.ask('prepareLearning', { messages, addresses: 10_000, perPage: 100 })
    const learning = await cpuOf(house, 'learnAll')
    return [
      lower('health: update of one interaction', (1000 * updates) / (1000 * each), 'µs', 2),
      lower('health: health of one relationship', (1000 * scores) / (1000 * rounds), 'µs', 1),
      lower(
        `infer: inference and learning per 100 messages, ${messages.toLocaleString('en')} messages, 10,000 addresses`,
        (100 * learning) / messages,
        'ms',
        1,
      ),
    ]
  } finally {
    await house.close()
  }
}

const cpuOf = async (house: House, trial: string, question?: unknown): Promise<number> => {
  const before = await house.cpu()
  await house.ask(trial, question)
  return (await house.cpu()) - before
}
