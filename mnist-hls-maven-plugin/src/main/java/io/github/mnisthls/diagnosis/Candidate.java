/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.diagnosis;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Network;

/**
 * A network as it may have been meant.
 *
 * @param kind    what would be wrong with the one that there is
 * @param where   layer, or what else it is about
 * @param seen    what is supposed, as a sentence
 * @param remedy  how to mend it, as a sentence
 * @param images  as it may have been meant to see them
 */
record Candidate(Symptom.Kind kind, String where, String seen, String remedy, Network network, LabeledImages images) {}
