/** Settings of the product while it is measured. */
export const publicUrl = 'https://perennial.test'
export const googleOrigin = 'https://google.test'
export const microsoftOrigin = 'https://microsoft.test'
export const client = {
  clientId: 'perennial',
  clientSecret: 'a secret',
  redirectUris: ['google', 'microsoft'].map((provider) => `${publicUrl}/connect/${provider}/callback`),
}

export const productSettings = {
  PUBLIC_URL: publicUrl,
  GOOGLE_CLIENT_ID: client.clientId,
  GOOGLE_CLIENT_SECRET: client.clientSecret,
  GOOGLE_ISSUER: googleOrigin,
  GOOGLE_API_ROOT: `${googleOrigin}/api`,
  MICROSOFT_CLIENT_ID: client.clientId,
  MICROSOFT_CLIENT_SECRET: client.clientSecret,
  MICROSOFT_ISSUER: `${microsoftOrigin}/common/v2.0`,
  MICROSOFT_GRAPH_ROOT: `${microsoftOrigin}/graph`,
  MAIL_FROM: 'Perennial <weekly@perennial.test>',
  RESEND_API_KEY: 're_test',
  RESEND_API_ROOT: 'https://resend.test',
  KEYS: btoa('k'.repeat(32)),
  PLAN: 'paid',
} as const
