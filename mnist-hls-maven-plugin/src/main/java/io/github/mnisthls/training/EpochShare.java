/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

/**
 * How far an epoch is.
 *
 * @param epoch counted from 1
 * @param done  images that it has trained with
 * @param all   images that it trains with
 */
public record EpochShare(int epoch, long done, long all) {}
