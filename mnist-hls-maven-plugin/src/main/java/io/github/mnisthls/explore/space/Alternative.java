/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.space;

import io.github.mnisthls.network.Architecture;
import java.util.Optional;

/**
 * One of the networks of a space.
 *
 * @param name         as rows and messages call it
 * @param architecture to train; empty for a network that is there already
 * @param told         whether its layers have to be told with its points: they are not those of the POM
 */
public record Alternative(String name, Optional<Architecture> architecture, boolean told) {}
