// one_image.cpp for the interface axis, which is the default
#include <iostream>

#include "config.hpp"

/// Sends a black image through the network and prints what comes back: ten logits and the class.
int main() {
  hls::stream<cnn_net::PixelBeat> in("in");
  hls::stream<cnn_net::LogitBeat> out("out");
  for (int i = 0; i < cnn_net::Network::kPixels; ++i) {
    cnn_net::PixelBeat beat = cnn_net::PixelBeat();
    beat.keep = -1;
    beat.strb = -1;
    beat.last = i == cnn_net::Network::kPixels - 1 ? 1 : 0;
    in.write(beat);
  }
  cnn(in, out);
  int beats = 0;
  while (!out.empty()) {
    std::cout << out.read().data.to_uint() << '\n';
    ++beats;
  }
  return beats == cnn_net::Network::kClasses + 1 ? 0 : 1;
}
