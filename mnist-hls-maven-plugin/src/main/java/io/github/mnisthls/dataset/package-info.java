/** Labeled images: reading IDX files, checksums, splits and augmentation. */
package io.github.mnisthls.dataset;
