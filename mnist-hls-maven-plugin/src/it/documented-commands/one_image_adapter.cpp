// one_image.cpp for every interface, with the adapter
#include <iostream>

#include "adapter.hpp"

/// Classifies a black image that is an array of numbers from 0 to 1; prints ten logits and the class.
int main() {
  static float image[784];
  cnn_net::Answer answer;
  cnn_net::Classify(image, answer);
  for (const auto& logit : answer.logits) {
    std::cout << logit.to_double() << '\n';
  }
  std::cout << answer.winner << '\n';
  return 0;
}
