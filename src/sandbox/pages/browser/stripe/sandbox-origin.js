export const sandboxOrigin = new URL(document.currentScript.src).origin
