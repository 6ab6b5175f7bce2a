/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import io.github.mnisthls.network.Network;
import java.nio.file.Path;

/**
 * What a training gives.
 *
 * @param network the float network of the best epoch
 * @param history loss and accuracy of each epoch
 * @param file    the same network as a DL4J zip; not there if DL4J cannot express it
 */
public record TrainedModel(Network network, TrainingHistory history, Path file) {}
