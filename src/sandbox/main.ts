// npm run sandbox -- --port 4242 --webhook http://localhost:3000/webhooks/stripe --secret whsec_… [--data FILE]
import { parseArgs } from 'node:util'
import { createSandbox } from './sandbox.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4242' },
    webhook: { type: 'string', multiple: true, default: [] },
    secret: { type: 'string', multiple: true, default: [] },
    data: { type: 'string', default: ':memory:' },
  },
})

const webhooks = values.webhook.flatMap((url) => values.secret.map((secret) => ({ url, secret })))
if (values.webhook.length > 0 && webhooks.length === 0) {
  console.error('A webhook needs a secret to sign with: --secret whsec_…')
  process.exit(1)
}

const sandbox = createSandbox({ data: values.data, webhooks })
const { url, controlUrl, close } = await sandbox.listen(Number(values.port))
console.log(`The sandbox stands in for Stripe at ${url}, with any sk_test_… and pk_test_… key.`)
console.log(`Make invoices, choose how cards behave and move the clock: ${controlUrl}`)

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void close().then(() => process.exit(0)))
}
