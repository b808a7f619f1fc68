/**
 * Three rooms for the tests: workerd for whatever touches D1, the queue or HTTP, Node for pure code and the sandbox, and
 * a Chromium for what only a browser can tell.
 */
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname
const inWorkerd = ['store', 'connect', 'sync', 'people', 'deliver', 'http', 'journeys', 'chaos'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
)

export default defineConfig(async () => ({
  root,
  test: {
    // By itself it leaves one core alone, which on a machine of two is half of it.
    maxWorkers: '100%',
    projects: [
      {
        root,
        test: {
          name: 'node',
          setupFiles: ['test/linked.ts'],
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...inWorkerd, 'test/browser/**'],
          // A busy machine is no failure.
          testTimeout: 60_000,
        },
      },
      {
        root,
        // One machine, one `npm start` at a time, and nothing beside it: a browser on a busy machine is late for everything.
        test: {
          name: 'browser',
          setupFiles: ['test/linked.ts'],
          include: ['test/browser/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
        },
      },
      {
        root,
        plugins: [
          cloudflareTest({
            wrangler: { configPath: `${root}wrangler.toml` },
            miniflare: { bindings: { TEST_MIGRATIONS: await readD1Migrations(`${root}drizzle`) } },
          }),
        ],
        // Journeys walk through weeks of quarter-hours; nothing is judged by its time here.
        test: {
          name: 'workerd',
          setupFiles: ['test/linked.ts'],
          isolate: false,
          include: inWorkerd,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
}))
