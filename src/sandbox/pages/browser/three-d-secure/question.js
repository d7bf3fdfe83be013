// In a frame, Escape refuses, and the page that opened the frame may ask for the same.
import { listen, tell } from './opener.js'

const refuse = () => document.getElementById('refuse').click()

document.addEventListener('keydown', ({ key }) => key === 'Escape' && refuse())
listen({ refuse, focus: () => document.querySelector('h1').focus() })
tell('hello')
