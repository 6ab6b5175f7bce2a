/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.diagnosis;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What rounding does to one layer's numbers on some images.
 *
 * @param outputNoise  signal-to-quantization-noise ratio of its results in their type, in dB; none if nothing is rounded
 * @param weightNoise  the same of its weights
 * @param saturated    share of the results that lie outside of their type
 * @param vanished     share of the results that become 0 and were not
 * @param deadChannels channels whose results are 0 on all images
 * @param flatChannels other channels whose variance is next to nothing beside that of the layer
 * @param channels     of the results
 * @param weightBits   width of the weights' type
 * @param usedBits     width that the largest weight needs
 * @param zeroWeights  share of the weights that become 0 and were not
 * @param alone        accuracy with this layer alone quantized
 * @param upToHere     accuracy with this layer and all before it quantized
 */
public record LayerHealth(
        String layer,
        OptionalDouble outputNoise,
        OptionalDouble weightNoise,
        double saturated,
        double vanished,
        int deadChannels,
        int flatChannels,
        int channels,
        OptionalInt weightBits,
        OptionalInt usedBits,
        double zeroWeights,
        OptionalDouble alone,
        OptionalDouble upToHere) {}
