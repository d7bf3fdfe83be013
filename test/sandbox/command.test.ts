import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { openInbox } from './inbox.ts'
import { stripeAt } from './start.ts'

test('the command starts it alone, tells its webhook, and ends when asked', async () => {
  const inbox = await openInbox()
  const options = ['--port', '0', '--webhook', inbox.url, '--secret', 'whsec_x']
  const child = spawn(process.execPath, ['src/launch.mjs', 'src/sandbox/main.ts', ...options])
  const [line] = await once(child.stdout, 'data')
  const port = Number(/localhost:(\d+)/.exec(String(line))?.[1])
  await stripeAt(port, 'sk_test_any').customers.create()
  await expect.poll(() => inbox.received.length).toBe(1)
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
})

test('a webhook without a secret is a mistake', async () => {
  const options = ['--port', '0', '--webhook', 'http://localhost:1/x']
  const child = spawn(process.execPath, ['src/launch.mjs', 'src/sandbox/main.ts', ...options])
  const [code] = await once(child, 'exit')
  expect(code).toBe(1)
})
