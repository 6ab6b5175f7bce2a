/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.widths;

/**
 * What some widths give.
 *
 * @param accuracy on the images
 * @param error    mean square of what rounding changes in a logit, as a share of the logits' own
 * @param cost     of the hardware; infinite where it does not fit
 */
record Trial(double accuracy, double error, double cost) {}
