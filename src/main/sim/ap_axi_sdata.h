/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Beats of an AXI4-Stream with side channels, for simulation on a host compiler.
#ifndef MNIST_HLS_SIM_AP_AXI_SDATA_H
#define MNIST_HLS_SIM_AP_AXI_SDATA_H

#include <hls_stream.h>  // by the path, where a stream of another make may come first

#include <climits>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "ap_int.h"

// Signals of a beat, to be combined with |.
#define AXIS_ENABLE_DATA 0x01
#define AXIS_ENABLE_DEST 0x02
#define AXIS_ENABLE_ID 0x04
#define AXIS_ENABLE_KEEP 0x08
#define AXIS_ENABLE_LAST 0x10
#define AXIS_ENABLE_STRB 0x20
#define AXIS_ENABLE_USER 0x40
#define AXIS_ENABLE_ALL 0x7F
#define AXIS_DISABLE_ALL 0x00

namespace hls {

/// What stands for the data of a beat that has none.
struct axis_disabled_signal {};

namespace axis_detail {

/// Bits of TDATA for a value of type T.
template <typename T, typename = void>
struct Width : std::integral_constant<int, static_cast<int>(sizeof(T)) * CHAR_BIT> {};
template <>
struct Width<void, void> : std::integral_constant<int, 1> {};
template <typename T>
struct Width<T, std::enable_if_t<(T::width > 0)>> : std::integral_constant<int, T::width> {};

constexpr int atLeastOne(std::size_t width) {
  return width > 0 ? static_cast<int>(width) : 1;
}

}  // namespace axis_detail

/// One beat. The signals of a side channel that does not exist in hardware are members all the same, of one bit, so that
/// the same source compiles whatever the widths are; their get_ and set_ functions end a simulation.
/// \tparam T type of TDATA, or void
/// \tparam WUser, WId, WDest bits of TUSER, TID and TDEST; 0: does not exist in hardware
/// \tparam kSignals which of TKEEP, TSTRB and TLAST exist, of AXIS_ENABLE_...
/// \tparam kStrict kSignals must tell of the other signals too
template <typename T, std::size_t WUser = 0, std::size_t WId = 0, std::size_t WDest = 0,
          std::uint8_t kSignals = (AXIS_ENABLE_KEEP | AXIS_ENABLE_LAST | AXIS_ENABLE_STRB), bool kStrict = false>
struct axis {
  static constexpr bool has_data = !std::is_void<T>::value;
  static constexpr bool has_user = WUser > 0;
  static constexpr bool has_id = WId > 0;
  static constexpr bool has_dest = WDest > 0;
  static constexpr bool has_keep = (kSignals & AXIS_ENABLE_KEEP) != 0;
  static constexpr bool has_strb = (kSignals & AXIS_ENABLE_STRB) != 0;
  static constexpr bool has_last = (kSignals & AXIS_ENABLE_LAST) != 0;

  static_assert(kSignals <= AXIS_ENABLE_ALL, "hls::axis: unknown signals are enabled");
  static_assert(!kStrict ||
                    (has_data == ((kSignals & AXIS_ENABLE_DATA) != 0) &&
                     has_user == ((kSignals & AXIS_ENABLE_USER) != 0) && has_id == ((kSignals & AXIS_ENABLE_ID) != 0) &&
                     has_dest == ((kSignals & AXIS_ENABLE_DEST) != 0)),
                "hls::axis: the enabled signals and the widths disagree");

  using Type_data = std::conditional_t<has_data, T, axis_disabled_signal>;
  using Type_keep = ap_uint<(axis_detail::Width<T>::value + 7) / 8>;
  using Type_strb = Type_keep;
  using Type_user = ap_uint<axis_detail::atLeastOne(WUser)>;
  using Type_last = ap_uint<1>;
  using Type_id = ap_uint<axis_detail::atLeastOne(WId)>;
  using Type_dest = ap_uint<axis_detail::atLeastOne(WDest)>;

  Type_data data;
  Type_keep keep;
  Type_strb strb;
  Type_user user;
  Type_last last;
  Type_id id;
  Type_dest dest;

#define MNIST_HLS_SIM_SIGNAL(name)                                                         \
  Type_##name get_##name() const {                                                         \
    ap_detail::require(has_##name, "hls::axis: a signal that does not exist was read");    \
    return name;                                                                           \
  }                                                                                        \
  void set_##name(const Type_##name& value) {                                              \
    ap_detail::require(has_##name, "hls::axis: a signal that does not exist was written"); \
    name = value;                                                                          \
  }
  MNIST_HLS_SIM_SIGNAL(data)
  MNIST_HLS_SIM_SIGNAL(keep)
  MNIST_HLS_SIM_SIGNAL(strb)
  MNIST_HLS_SIM_SIGNAL(user)
  MNIST_HLS_SIM_SIGNAL(last)
  MNIST_HLS_SIM_SIGNAL(id)
  MNIST_HLS_SIM_SIGNAL(dest)
#undef MNIST_HLS_SIM_SIGNAL

  /// All bytes of the beat are data.
  void keep_all() {
    set_keep(~Type_keep(0));
  }
};

/// A beat with TDATA that says which other signals it has.
template <typename T, std::uint8_t kSignals = AXIS_ENABLE_DATA, std::size_t WUser = 0, std::size_t WId = 0,
          std::size_t WDest = 0, bool kStrict = true>
using axis_data = axis<T, WUser, WId, WDest, kSignals | AXIS_ENABLE_DATA, kStrict>;

/// A beat without TDATA.
template <std::size_t WUser, std::uint8_t kSignals = AXIS_ENABLE_USER, std::size_t WId = 0, std::size_t WDest = 0,
          bool kStrict = true>
using axis_user =
    axis<void, WUser, WId, WDest,
         (kSignals & ~(AXIS_ENABLE_DATA | AXIS_ENABLE_KEEP | AXIS_ENABLE_STRB)) | AXIS_ENABLE_USER, kStrict>;

}  // namespace hls

/// A beat of D unsigned bits.
template <int D, std::size_t WUser = 0, std::size_t WId = 0, std::size_t WDest = 0,
          std::uint8_t kSignals = (AXIS_ENABLE_KEEP | AXIS_ENABLE_LAST | AXIS_ENABLE_STRB), bool kStrict = false>
using ap_axiu = hls::axis<ap_uint<D>, WUser, WId, WDest, kSignals, kStrict>;

/// A beat of D bits, the sign among them.
template <int D, std::size_t WUser = 0, std::size_t WId = 0, std::size_t WDest = 0,
          std::uint8_t kSignals = (AXIS_ENABLE_KEEP | AXIS_ENABLE_LAST | AXIS_ENABLE_STRB), bool kStrict = false>
using ap_axis = hls::axis<ap_int<D>, WUser, WId, WDest, kSignals, kStrict>;

/// A beat between a kernel and the host through PCIe: without TSTRB.
template <int D, std::size_t WUser = 0, std::size_t WId = 0, std::size_t WDest = 0>
using qdma_axis = hls::axis<ap_uint<D>, WUser, WId, WDest, AXIS_ENABLE_ALL ^ AXIS_ENABLE_STRB, false>;

#endif
