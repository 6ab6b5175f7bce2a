/** Turns models that users already have into networks; a reader for each form of file. */
package io.github.mnisthls.loading;
