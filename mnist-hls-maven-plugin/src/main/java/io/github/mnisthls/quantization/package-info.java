/** From float32 to integers: batch-norm folding, range calibration, formats, and the proof that nothing overflows. */
package io.github.mnisthls.quantization;
