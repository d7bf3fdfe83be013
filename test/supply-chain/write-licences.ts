// npm run licences: writes docs/licences.md.

import { writeFileSync } from 'node:fs'
import { licencesFile, licencesText } from './licences.ts'

writeFileSync(licencesFile, licencesText())
