/** Turns models that users already have into networks: DL4J zips and folders of raw float32 files. */
package io.github.mnisthls.loading;
