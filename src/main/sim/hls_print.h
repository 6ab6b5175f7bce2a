/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Messages that the vendor's tools keep in simulation of the hardware too, for simulation on a host compiler.
#ifndef MNIST_HLS_SIM_HLS_PRINT_H
#define MNIST_HLS_SIM_HLS_PRINT_H

#include <cstdio>

namespace hls {

/// At most one value, an int or a double, that the format asks for as printf would.
inline void print(const char* format) {
  std::printf("%s", format);
}

#if defined(__GNUC__)
// the format is the caller's, and checked there
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#pragma GCC diagnostic ignored "-Wformat-security"
#endif
inline void print(const char* format, int value) {
  std::printf(format, value);
}
inline void print(const char* format, double value) {
  std::printf(format, value);
}
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

}  // namespace hls

#endif
