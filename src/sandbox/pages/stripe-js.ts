// Stripe.js is one classic script, because window.Stripe must be there when its tag has run;
// its parts are modules, to be read and tested one by one. Their imports become one scope.
import { readFile } from 'node:fs/promises'

const parts = [
  'card/refusals.js',
  'stripe/sandbox-origin.js',
  'stripe/integration-error.js',
  'stripe/intent-kinds.js',
  'stripe/emitter.js',
  'stripe/frame-channel.js',
  'stripe/element-frame.js',
  'stripe/payment-element.js',
  'stripe/elements-group.js',
  'stripe/withheld-details.js',
  'stripe/form-encoded.js',
  'stripe/intents.js',
  'stripe/authentication-dialog.js',
  'stripe/next-action.js',
  'stripe/come-back.js',
  'stripe/confirm-with-element.js',
  'stripe/confirm-payment.js',
  'stripe/stripe.js',
]

let kept: Promise<string> | undefined

export function stripeJs(): Promise<string> {
  kept ??= joined()
  return kept
}

async function joined(): Promise<string> {
  const read = (part: string) => readFile(new URL(`browser/${part}`, import.meta.url), 'utf8')
  const scope = (await Promise.all(parts.map(read))).map(withoutImportsAndExports).join('\n')
  return `(() => {\n'use strict'\n${scope}\nwindow.Stripe ??= Stripe\n})()\n`
}

function withoutImportsAndExports(source: string): string {
  return source.replaceAll(/^import [^']*'[^']+'\n/gm, '').replaceAll(/^export /gm, '')
}
