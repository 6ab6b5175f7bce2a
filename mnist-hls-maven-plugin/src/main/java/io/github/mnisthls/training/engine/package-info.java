/**
 * Trains float32 networks in plain Java: sharded batches, vector kernels, results that do not depend on the number of
 * threads.
 */
package io.github.mnisthls.training.engine;
