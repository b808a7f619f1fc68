import { contractOf } from './contract.ts'
import { simulatedMicrosoft } from './stage.ts'

contractOf('Microsoft', simulatedMicrosoft)
