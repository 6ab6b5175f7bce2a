// one_image.cpp for the interface m_axi
#include <iostream>

#include "config.hpp"

/// Gives a black image to the network and prints its ten logits and the class.
int main() {
  static ap_uint<8> image[cnn_net::Network::kPixels];
  static cnn_net::Network::Logit logits[cnn_net::Network::kClasses];
  cnn_net::Network::Class winner;
  cnn(image, logits, winner);
  for (const auto& logit : logits) {
    std::cout << logit.to_double() << '\n';
  }
  std::cout << winner.to_uint() << '\n';
  return static_cast<int>(winner.to_uint()) < cnn_net::Network::kClasses ? 0 : 1;
}
