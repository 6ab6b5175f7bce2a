/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.diagnosis;

/**
 * A change of the precision that was tried.
 *
 * @param layer     to blame; {@code *} if it is no single one
 * @param precision all of it, as {@code <precision>} takes it
 * @param change    what is new in it
 * @param before    accuracy as it is, a fraction of 1
 * @param after     accuracy with the change, on the same images
 */
public record Cure(String layer, String precision, String change, double before, double after) {
    /** For the POM. */
    public String snippet() {
        return "<precision>" + precision.replace("&", "&amp;").replace("<", "&lt;") + "</precision>";
    }
}
