/** Networks as folders of raw little-endian float32 files with a JSON description. */
package io.github.mnisthls.network.file;
