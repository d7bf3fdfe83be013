import { execFileSync, spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { startDesk } from '../support/running-desk.ts'

const browsers = [
  {
    program: 'lynx',
    options: ['-dump', '-stdin', '-width=400', '-assume_charset=utf-8', '-display_charset=utf-8'],
  },
  { program: 'w3m', options: ['-dump', '-T', 'text/html', '-cols', '400', '-I', 'utf-8', '-O', 'utf-8'] },
]

for (const { program, options } of browsers) {
  const missing = spawnSync(program, ['--version']).error !== undefined
  const reason = missing ? ` (skipped: ${program} is not installed)` : ''
  it.skipIf(missing).each(['en', 'fr'] as const)(
    `${program} -dump shows every action with its card’s name, in %s${reason}`,
    async (language) => {
      const desk = await startDesk()
      const alice = await desk.signedIn('alice', language)
      const { text } = await alice.get(paths.paymentMethods)
      const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }
      const shown = execFileSync(program, options, { input: text, encoding: 'utf8', env }).replace(
        /\s+/g,
        ' ',
      )
      const [visa, mastercard] =
        language === 'en'
          ? ['Visa ending in 4242', 'Mastercard ending in 4444']
          : ['Visa se terminant par 4242', 'Mastercard se terminant par 4444']
      const words =
        language === 'en'
          ? { actions: 'Actions for', set: 'Set as default card', remove: 'Remove…' }
          : { actions: 'Actions pour', set: 'Définir comme carte par défaut', remove: 'Retirer…' }
      for (const said of [
        `${words.actions} ${visa}`,
        `${words.actions} ${mastercard}`,
        `${words.set} (${mastercard})`,
        `${words.remove} (${visa})`,
        `${words.remove} (${mastercard})`,
      ]) {
        expect(shown.replace(/\[\d+\]/g, '')).toContain(said)
      }
    },
  )
}
