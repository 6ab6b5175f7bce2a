/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
#include "hls_task.h"

#include "check.h"

namespace {

void split(hls::stream<int>& in, hls::stream<int>& odd, hls::stream<int>& even) {
  const int value = in.read();
  (value % 2 != 0 ? odd : even).write(value);
}

void times(hls::stream<int>& in, hls::stream<int>& out, int factor) {
  out.write(in.read() * factor);
}

/// Reads twice as often as it writes, so that it waits in the middle of its function.
void pairs(hls::stream<int>& in, hls::stream<int>& out) {
  const int first = in.read();
  out.write(first + in.read());
}

/// Looks before it reads.
void poll(hls::stream<int>& in, hls::stream<int>& out) {
  int value = 0;
  if (in.read_nb(value)) {
    out.write(value);
  }
}

/// A design without a start signal: results come when there is enough of data.
void design(hls::stream<int>& in, hls::stream<int>& odd, hls::stream<int>& even) {
  hls_thread_local hls::stream<int> odds("odds");
  hls_thread_local hls::stream<int> evens("evens");
  hls_thread_local hls::stream<int> sums("sums");
  // the consumers first: they must wait for the others
  hls_thread_local hls::task last(poll, sums, odd);
  hls_thread_local hls::task add(pairs, odds, sums);
  HLS_TASK scale(times, evens, even, 10);
  HLS_TASK first;
  static bool started = false;
  if (!started) {
    first(split, in, odds, evens);
    started = true;
  }
}

/// A ring: the value that comes back is the next one's input.
void increment(hls::stream<int>& in, hls::stream<int>& out, hls::stream<int>& back) {
  const int value = in.read() + back.read();
  back.write(value);
  out.write(value);
}

void blockSum(hls::stream_of_blocks<int[4]>& in, hls::stream<int>& out) {
  hls::read_lock<int[4]> block(in);
  out.write(block[0] + block[1] + block[2] + block[3]);
}

}  // namespace

int main() {
  static hls::stream<int> in("in");
  static hls::stream<int> odd("odd");
  static hls::stream<int> even("even");
  for (int call = 0; call < 3; ++call) {
    for (int i = 1; i <= 8; ++i) {
      in.write(i);
    }
    design(in, odd, even);
    for (const int expected : {20, 40, 60, 80}) {
      CHECK_EQUAL(even.read(), expected);
    }
    int sums = 0;
    while (!odd.empty()) {
      sums += odd.read();
    }
    CHECK_EQUAL(sums, 16);
  }

  static hls::stream<int> steps("steps");
  static hls::stream<int> totals("totals");
  static hls::stream<int> back("back");
  {
    hls::task ring(increment, steps, totals, back);
    back.write(100);
    for (int i = 1; i <= 4; ++i) {
      steps.write(i);
    }
    int total = 0;
    for (int i = 1; i <= 4; ++i) {
      totals >> total;
    }
    CHECK_EQUAL(total, 110);
  }
  CHECK_EQUAL(back.read(), 110);

  static hls::stream_of_blocks<int[4]> blocks("blocks");
  hls::task sum(blockSum, blocks, totals);
  {
    hls::write_lock<int[4]> block(blocks);
    for (std::size_t i = 0; i < 4; ++i) {
      block[i] = 5;
    }
  }
  CHECK_EQUAL(totals.read(), 20);
  return check::result();
}
