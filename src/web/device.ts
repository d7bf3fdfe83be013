// What a browser says of itself, in the words of its makers: names, and no versions, which change by themselves.

import Bowser from 'bowser'

export interface Device {
  readonly browser: string | null
  readonly system: string | null
}

export function deviceOf(userAgent: string): Device {
  if (userAgent === '') return { browser: null, system: null }
  const { browser, os } = Bowser.parse(userAgent)
  return { browser: browser.name || null, system: os.name || null }
}
