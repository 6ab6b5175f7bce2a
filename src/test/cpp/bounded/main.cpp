/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Feeds all images at once to a design whose streams have their hardware depths, and compares the logits.
/// Defined by the compiler call: TOP, the function; SCOPE, its namespace; IMAGES.
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <vector>

#include "config.hpp"

int main(int argc, char** argv) {
  using SCOPE::Network;
  std::ifstream file(argc > 1 ? argv[1] : "golden.bin", std::ios::binary);
  const std::vector<char> bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  constexpr std::size_t kHeader = 40;
  constexpr std::size_t kBeatPixels = decltype(SCOPE::PixelBeat::data)::width / 8;
  constexpr std::size_t kImage = Network::kPixels + 8 * Network::kClasses;
  if (bytes.size() < kHeader + IMAGES * kImage) {
    std::printf("too few golden vectors\n");
    return 2;
  }
  hls::stream<SCOPE::PixelBeat> pixels("pixels");
  hls::stream<SCOPE::LogitBeat> logits("logits");
  for (std::size_t image = 0; image < IMAGES; ++image) {
    for (std::size_t i = 0; i < Network::kPixels; i += kBeatPixels) {
      SCOPE::PixelBeat beat = SCOPE::PixelBeat();
      for (std::size_t next = 0; next < kBeatPixels && i + next < Network::kPixels; ++next) {
        const int low = static_cast<int>(8 * next);
        beat.data.range(low + 7, low) = static_cast<std::uint8_t>(bytes[kHeader + image * kImage + i + next]);
      }
      pixels.write(beat);
    }
  }
  TOP(pixels, logits);

  long differing = 0;
  for (std::size_t image = 0; image < IMAGES; ++image) {
    for (std::size_t i = 0; i < Network::kClasses; ++i) {
      std::uint64_t expected = 0;
      for (std::size_t byte = 8; byte-- > 0;) {
        const std::size_t at = kHeader + image * kImage + Network::kPixels + 8 * i + byte;
        expected = (expected << 8) | static_cast<std::uint8_t>(bytes[at]);
      }
      const Network::ExtendedLogit logit = logits.read().data;
      differing += static_cast<std::int64_t>(logit) != static_cast<std::int64_t>(expected) ? 1 : 0;
    }
    logits.read();
  }
  std::printf("images %d differing %ld\n", IMAGES, differing);
  return differing == 0 && logits.empty() ? 0 : 1;
}
