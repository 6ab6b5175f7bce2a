/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Vectors whose operators work on all elements at once, for simulation on a host compiler.
#ifndef MNIST_HLS_SIM_HLS_VECTOR_H
#define MNIST_HLS_SIM_HLS_VECTOR_H

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>

#include "ap_native.h"

namespace hls {

/// \tparam T type of the elements; results of operators are cut to it  \tparam N number of elements
template <typename T, std::size_t N>
class vector {
  static_assert(N > 0, "hls::vector: the number of elements must be at least 1");

 public:
  using value_type = T;
  static constexpr int width = static_cast<int>(N);

  vector() = default;
  /// All elements have this value.
  vector(const T& value) { elements_.fill(value); }
  vector(const std::array<T, N>& elements) : elements_(elements) {}
  /// Elements that are not named have the value of the last one that is.
  vector(std::initializer_list<T> elements) {
    ap_detail::require(elements.size() >= 1 && elements.size() <= N, "hls::vector: wrong number of elements");
    const T* const last = std::copy(elements.begin(), elements.end(), elements_.begin()) - 1;
    std::fill(elements_.begin() + elements.size(), elements_.end(), *last);
  }

  T& operator[](std::size_t i) {
    ap_detail::require(i < N, "hls::vector: index outside the vector");
    return elements_[i];
  }
  const T& operator[](std::size_t i) const {
    ap_detail::require(i < N, "hls::vector: index outside the vector");
    return elements_[i];
  }
  constexpr std::size_t size() const { return N; }
  T* begin() { return elements_.data(); }
  T* end() { return elements_.data() + N; }
  const T* begin() const { return elements_.data(); }
  const T* end() const { return elements_.data() + N; }

#define MNIST_HLS_SIM_ELEMENTWISE(op)                          \
  vector& operator op##=(const vector& other) {                \
    for (std::size_t i = 0; i < N; ++i) {                      \
      elements_[i] = static_cast<T>(elements_[i] op other[i]); \
    }                                                          \
    return *this;                                              \
  }                                                            \
  friend vector operator op(vector a, const vector& b) {       \
    return a op## = b;                                         \
  }
  MNIST_HLS_SIM_ELEMENTWISE(+)
  MNIST_HLS_SIM_ELEMENTWISE(-)
  MNIST_HLS_SIM_ELEMENTWISE(*)
  MNIST_HLS_SIM_ELEMENTWISE(/)
  MNIST_HLS_SIM_ELEMENTWISE(%)
  MNIST_HLS_SIM_ELEMENTWISE(&)
  MNIST_HLS_SIM_ELEMENTWISE(|)
  MNIST_HLS_SIM_ELEMENTWISE(^)
  MNIST_HLS_SIM_ELEMENTWISE(<<)
  MNIST_HLS_SIM_ELEMENTWISE(>>)
#undef MNIST_HLS_SIM_ELEMENTWISE

  vector operator-() const {
    return each([](const T& element) { return static_cast<T>(-element); });
  }
  vector operator~() const {
    return each([](const T& element) { return static_cast<T>(~element); });
  }
  vector& operator++() {
    return *this += vector(static_cast<T>(1));
  }
  vector& operator--() {
    return *this -= vector(static_cast<T>(1));
  }
  vector operator++(int) {
    const vector before = *this;
    ++*this;
    return before;
  }
  vector operator--(int) {
    const vector before = *this;
    --*this;
    return before;
  }

  T reduce_add() const {
    return reduce([](const T& a, const T& b) { return static_cast<T>(a + b); });
  }
  T reduce_mult() const {
    return reduce([](const T& a, const T& b) { return static_cast<T>(a * b); });
  }
  T reduce_and() const {
    return reduce([](const T& a, const T& b) { return static_cast<T>(a & b); });
  }
  T reduce_or() const {
    return reduce([](const T& a, const T& b) { return static_cast<T>(a | b); });
  }
  T reduce_xor() const {
    return reduce([](const T& a, const T& b) { return static_cast<T>(a ^ b); });
  }

  /// The first elements that differ decide.
  friend bool operator==(const vector& a, const vector& b) {
    return std::equal(a.begin(), a.end(), b.begin());
  }
  friend bool operator!=(const vector& a, const vector& b) {
    return !(a == b);
  }
  friend bool operator<(const vector& a, const vector& b) {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
  }
  friend bool operator>(const vector& a, const vector& b) {
    return b < a;
  }
  friend bool operator<=(const vector& a, const vector& b) {
    return !(b < a);
  }
  friend bool operator>=(const vector& a, const vector& b) {
    return !(a < b);
  }

 private:
  template <typename Operation>
  vector each(Operation operation) const {
    vector result;
    std::transform(begin(), end(), result.begin(), operation);
    return result;
  }
  /// In pairs, as the tree of adders that hardware builds.
  template <typename Operation>
  T reduce(Operation operation) const {
    std::array<T, N> level = elements_;
    for (std::size_t count = N; count > 1; count = (count + 1) / 2) {
      for (std::size_t i = 0; i < count / 2; ++i) {
        level[i] = operation(level[2 * i], level[2 * i + 1]);
      }
      if (count % 2 != 0) {
        level[count / 2] = level[count - 1];
      }
    }
    return level[0];
  }

  std::array<T, N> elements_;
};

}  // namespace hls

#endif
