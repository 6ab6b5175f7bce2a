/** Tells how far long tasks are. Knows nothing of networks; every package may use it. */
package io.github.mnisthls.progress;
