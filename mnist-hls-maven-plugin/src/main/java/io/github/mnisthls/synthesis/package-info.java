/**
 * The AMD HLS tools of all generations: finding them, running their steps, judging what came out, reading their reports.
 *
 * <p>Nothing here takes a tool's word alone: a step has succeeded when the exit status is 0, the promised last words were
 * printed, and the promised files are there, are new, and can be read.
 */
package io.github.mnisthls.synthesis;
