/** Writes the file of words and sentences that travels beside the Worker; the build of `wrangler.toml` runs it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { vocabularyFile, vocabularyPath } from '../../src/model/vocabulary.ts'
import { vocabulary } from '../../src/vocabulary.ts'
import { assetsFolder } from '../sandbox/bundle.ts'

const path = join(assetsFolder, vocabularyPath)
const text = vocabularyFile(vocabulary)
// A Worker that runs here may be reading the file.
if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text)
