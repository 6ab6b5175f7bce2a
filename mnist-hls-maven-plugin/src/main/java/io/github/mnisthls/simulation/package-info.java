/** C simulation on this machine: compiles the generated project with the host's compiler and compares every logit. */
package io.github.mnisthls.simulation;
