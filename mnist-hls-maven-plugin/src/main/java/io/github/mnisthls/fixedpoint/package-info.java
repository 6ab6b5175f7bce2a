/** Formats and exact arithmetic of {@code ap_[u]fixed<W,I,Q,O>}: integers only, no floating point decides a bit. */
package io.github.mnisthls.fixedpoint;
