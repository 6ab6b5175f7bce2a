// one_image.cpp for the interface array
#include <iostream>

#include "config.hpp"

/// Gives a black image to the network and prints its ten logits.
int main() {
  static ap_uint<8> image[cnn_net::Network::kRows][cnn_net::Network::kRowPixels];
  static cnn_net::Network::Logit logits[cnn_net::Network::kClasses];
  cnn(image, logits);
  for (const auto& logit : logits) {
    std::cout << logit.to_double() << '\n';
  }
  return 0;
}
