import { fileURLToPath } from 'node:url'

export const folder = fileURLToPath(new URL('../../shots/', import.meta.url))
