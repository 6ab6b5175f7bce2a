/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.testdata;

/**
 * How far one output is from what it should be.
 *
 * @param source   of the test data
 * @param image    its number among those of that source
 * @param output   its number
 * @param got      what the network gives
 * @param expected what it should give
 * @param range    from the smallest to the largest output of that image, 0 among them
 */
record Deviation(String source, int image, int output, double got, double expected, double range) {
    /** As a part of the range; not a number where one of both is none. */
    double share() {
        double difference = Math.abs(got - expected);
        return difference == 0 ? 0 : difference / range;
    }

    Deviation worse(Deviation other) {
        return share() >= other.share() || Double.isNaN(share()) ? this : other;
    }

    @Override
    public String toString() {
        return "output " + output + " of image " + image + " in " + source + " is " + (float) got + " and should be "
                + (float) expected + ", which is " + (float) share();
    }
}
