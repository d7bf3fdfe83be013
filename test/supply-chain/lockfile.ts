// What package-lock.json says of the packages that we build on.

import { readFileSync } from 'node:fs'

export interface Locked {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly forDevelopment: boolean
  readonly hasInstallScript: boolean
  readonly resolved: string
  readonly integrity: string | undefined
}

interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
  readonly resolved?: string
  readonly integrity?: string
}

export function lockedPackages(): readonly Locked[] {
  const text = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')
  const { packages }: { packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(text)
  return Object.entries(packages)
    .filter(([place]) => place !== '')
    .map(([place, locked]) => ({
      name: place.replace(/^.*node_modules\//, ''),
      version: locked.version ?? '',
      licence: locked.license ?? 'none',
      forDevelopment: locked.dev === true,
      hasInstallScript: locked.hasInstallScript === true,
      resolved: locked.resolved ?? '',
      integrity: locked.integrity,
    }))
}
