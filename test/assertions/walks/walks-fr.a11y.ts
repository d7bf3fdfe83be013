import { describe } from 'vitest'
import { walkInAndOut } from './coming-and-going.ts'
import { walkWithScript } from './with-script.ts'
import { walkWithoutScript } from './without-script.ts'

describe('without JavaScript', () => walkWithoutScript('fr'))
describe('with JavaScript', () => walkWithScript('fr'))
describe('coming and going', () => walkInAndOut('fr'))
