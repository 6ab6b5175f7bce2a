/** Bit-exact inference of a quantized network in integers: the definition of what C simulation and hardware compute. */
package io.github.mnisthls.emulation;
