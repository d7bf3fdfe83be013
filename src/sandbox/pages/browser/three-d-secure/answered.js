import { tell } from './opener.js'

tell('answered')
