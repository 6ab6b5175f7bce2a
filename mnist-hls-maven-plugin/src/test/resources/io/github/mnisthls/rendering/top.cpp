/// Generated; edit the templates instead.
#include "mnist_hls/matrix_vector.hpp"
#include "mnist_hls/pool.hpp"
#include "mnist_hls/sliding_window.hpp"
#include "mnist_hls/streams.hpp"

#include "config.hpp"
#include "weights.hpp"

using namespace cnn_net;

void cnn(hls::stream<cnn_net::PixelBeat>& pixels_in, hls::stream<cnn_net::LogitBeat>& logits_out) {
#pragma HLS INTERFACE mode=axis port=pixels_in
#pragma HLS INTERFACE mode=axis port=logits_out
#pragma HLS INTERFACE mode=ap_ctrl_none port=return
#pragma HLS BIND_STORAGE variable=kConv2Weights type=rom_1p impl=lutram
#pragma HLS BIND_STORAGE variable=kDense1Weights type=rom_1p impl=bram
#pragma HLS BIND_STORAGE variable=kDense2Weights type=rom_1p impl=bram
#pragma HLS DATAFLOW

  hls::stream<mnist_hls::Lanes<Conv1::Input, 1>> pixels("pixels");
#pragma HLS STREAM variable=pixels depth=2
  hls::stream<mnist_hls::Lanes<Conv1::Input, 25>> conv1_windows("conv1_windows");
#pragma HLS STREAM variable=conv1_windows depth=2
  hls::stream<mnist_hls::Lanes<Pool1::Input, 3>> conv1_out("conv1_out");
#pragma HLS STREAM variable=conv1_out depth=2
  hls::stream<mnist_hls::Lanes<Conv2::Input, 3>> pool1_out("pool1_out");
#pragma HLS STREAM variable=pool1_out depth=128
  hls::stream<mnist_hls::Lanes<Conv2::Input, 25>> conv2_windows("conv2_windows");
#pragma HLS STREAM variable=conv2_windows depth=32
  hls::stream<mnist_hls::Lanes<Pool2::Input, 4>> conv2_out("conv2_out");
#pragma HLS STREAM variable=conv2_out depth=2
  hls::stream<mnist_hls::Lanes<Dense1::Input, 4>> pool2_out("pool2_out");
#pragma HLS STREAM variable=pool2_out depth=64
  hls::stream<mnist_hls::Lanes<Dense2::Input, 5>> dense1_out("dense1_out");
#pragma HLS STREAM variable=dense1_out depth=2
  hls::stream<mnist_hls::Lanes<Dense2::Input, 1>> dense2_values("dense2_values");
#pragma HLS STREAM variable=dense2_values depth=64
  hls::stream<mnist_hls::Lanes<Network::Logit, 1>> dense2_out("dense2_out");
#pragma HLS STREAM variable=dense2_out depth=2

  mnist_hls::ReadPixelStream<Network>(pixels_in, pixels, kInputByPixel);
  mnist_hls::SlidingWindow<Conv1>(pixels, conv1_windows);
  mnist_hls::MatrixVector<Conv1>(conv1_windows, conv1_out, kConv1Weights, kConv1Bias);
  mnist_hls::PoolTiles<Pool1, mnist_hls::Largest<Pool1>>(conv1_out, pool1_out);
  mnist_hls::SlidingWindow<Conv2>(pool1_out, conv2_windows);
  mnist_hls::MatrixVector<Conv2>(conv2_windows, conv2_out, kConv2Weights, kConv2Bias);
  mnist_hls::PoolTiles<Pool2, mnist_hls::Largest<Pool2>>(conv2_out, pool2_out);
  mnist_hls::MatrixVector<Dense1>(pool2_out, dense1_out, kDense1Weights, kDense1Bias);
  mnist_hls::UnpackLanes<Dense2::Input, 120, 5, 1>(dense1_out, dense2_values);
  mnist_hls::MatrixVector<Dense2>(dense2_values, dense2_out, kDense2Weights, kDense2Bias);
  mnist_hls::WriteLogitStream<Network, 1>(dense2_out, logits_out);
}
