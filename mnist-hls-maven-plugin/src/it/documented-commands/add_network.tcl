set network fpga/cnn
source $network/sources.tcl
foreach file $MNIST_HLS_SOURCES {
  add_files $network/$file -cflags "-std=c++14 -I$network/$MNIST_HLS_INCLUDE"
}
add_files -tb $network/$MNIST_HLS_TESTBENCH -cflags "-std=c++14 -I$network/$MNIST_HLS_INCLUDE"
add_files -tb $network/$MNIST_HLS_GOLDEN
set_top $MNIST_HLS_TOP
