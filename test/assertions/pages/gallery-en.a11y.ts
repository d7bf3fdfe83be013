import { lookAtGallery } from './gallery.ts'

lookAtGallery('en')
