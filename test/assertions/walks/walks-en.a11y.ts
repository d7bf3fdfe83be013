import { describe } from 'vitest'
import { walkInAndOut } from './coming-and-going.ts'
import { walkWithScript } from './with-script.ts'
import { walkWithoutScript } from './without-script.ts'

describe('without JavaScript', () => walkWithoutScript('en'))
describe('with JavaScript', () => walkWithScript('en'))
describe('coming and going', () => walkInAndOut('en'))
