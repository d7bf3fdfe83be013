import { photographGallery } from './gallery.ts'

photographGallery('fr')
