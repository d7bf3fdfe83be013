import { lookAtGallery } from './gallery.ts'

lookAtGallery('fr')
