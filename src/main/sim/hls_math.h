/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Mathematical functions of the vendor's library, for simulation on a host compiler.
#ifndef MNIST_HLS_SIM_HLS_MATH_H
#define MNIST_HLS_SIM_HLS_MATH_H

#include "hls_math_fixed.h"
#include "hls_math_parts.h"
#include "hls_math_real.h"

#endif
