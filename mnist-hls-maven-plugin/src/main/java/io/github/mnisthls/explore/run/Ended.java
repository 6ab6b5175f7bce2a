/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.run;

import io.github.mnisthls.explore.job.Unit;
import java.util.Optional;

/**
 * A unit that nobody works on any more.
 *
 * @param problem why jobs of it may have no result; empty if its process ended well
 */
public record Ended(Unit unit, Optional<String> problem) {}
