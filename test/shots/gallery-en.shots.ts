import { photographGallery } from './gallery.ts'

photographGallery('en')
