/** The ordered steps of a build: what each depends on, whether it is up to date, and how its outputs are replaced. */
package io.github.mnisthls.pipeline;
