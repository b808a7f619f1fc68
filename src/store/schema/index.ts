export * from './accounts.ts'
export * from './interactions.ts'
export * from './reports.ts'
export * from './users.ts'
