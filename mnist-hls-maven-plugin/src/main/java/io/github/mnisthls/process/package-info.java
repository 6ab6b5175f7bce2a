/** Runs external programs: argument lists, logs, limits, and no process left behind. */
package io.github.mnisthls.process;
