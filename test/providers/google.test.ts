import { contractOf } from './contract.ts'
import { simulatedGoogle } from './stage.ts'

contractOf('Google', simulatedGoogle)
