/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.hardware.KernelArgument.Count;
import io.github.mnisthls.hardware.KernelArgument.Policy;
import java.util.List;

/** What kernels multiply with, where it is not what the tool would choose. */
final class Policies {
    private Policies() {}

    /** Two products in each slice. */
    static Policy packed(DspSlice slice) {
        return new Policy(
                "packed_products.hpp", "PackedProducts", List.of(new Count(slice.wide()), new Count(slice.narrow())));
    }

    /** One product by lookup tables. */
    static Policy fabric() {
        return new Policy("fabric_product.hpp", "FabricProduct", List.of());
    }

    /** Sums of such products. */
    static Policy sumsOfFabric() {
        return new Policy("matrix_vector.hpp", "SingleProducts", List.of(fabric()));
    }
}
