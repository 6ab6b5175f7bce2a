/** Digests, JSON, and files that are written wholly or not at all. Knows nothing of networks; every package may use it. */
package io.github.mnisthls.files;
