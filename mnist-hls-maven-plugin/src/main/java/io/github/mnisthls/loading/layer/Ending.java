/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.layer;

/** What a file computes of the logits at its end. The network leaves it out, for the largest logit stays the largest. */
public enum Ending {
    NONE {
        @Override
        double[] apply(double... logits) {
            return logits.clone();
        }
    },
    SOFTMAX {
        @Override
        double[] apply(double... logits) {
            double[] result = LOG_SOFTMAX.apply(logits);
            for (int i = 0; i < result.length; i++) {
                result[i] = Math.exp(result[i]);
            }
            return result;
        }
    },
    LOG_SOFTMAX {
        @Override
        double[] apply(double... logits) {
            double largest = logits[largest(logits)];
            double sum = 0;
            for (double logit : logits) {
                sum += Math.exp(logit - largest);
            }
            double[] result = new double[logits.length];
            for (int i = 0; i < result.length; i++) {
                result[i] = logits[i] - largest - Math.log(sum);
            }
            return result;
        }
    },
    ARG_MAX {
        @Override
        double[] apply(double... logits) {
            return new double[] {largest(logits)};
        }
    };

    /** What the file gives for these logits. */
    abstract double[] apply(double... logits);

    private static int largest(double... values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }
}
