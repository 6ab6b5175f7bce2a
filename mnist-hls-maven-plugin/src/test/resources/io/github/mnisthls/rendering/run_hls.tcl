# Generated: runs the AMD HLS tools on this project. By hand, in this folder:
#   vivado_hls -f run_hls.tcl                  up to 2020.1
#   vitis_hls -f run_hls.tcl                   2020.2 to 2024.2
#   vitis-run --mode hls --tcl run_hls.tcl     from 2023.2
# The steps are C simulation and synthesis. For others, set mnist_hls_steps to some of csim, csynth, cosim, export before
# this file is sourced: the tools from 2025.1 on pass no arguments to a script.

if {![info exists mnist_hls_steps]} {
  set mnist_hls_steps {csim csynth}
}
if {![info exists mnist_hls_export_format]} {
  set mnist_hls_export_format {ip_catalog}
}

# Runs a step and says how it ended. The exit status must be explicit: some releases end with 0 after an error, and without
# exit the tool waits for more commands.
proc mnist_hls_step {step body} {
  puts "\nMNIST-HLS BEGIN $step"
  flush stdout
  if {[catch {uplevel #0 $body} message]} {
    puts "\nMNIST-HLS FAILED $step: $message"
    flush stdout
    exit 1
  }
  puts "\nMNIST-HLS OK $step"
  flush stdout
}

proc mnist_hls_wants {step} {
  global mnist_hls_steps
  return [expr {[lsearch -exact $mnist_hls_steps $step] >= 0}]
}

mnist_hls_step setup {
  foreach step $mnist_hls_steps {
    if {[lsearch -exact {csim csynth cosim export} $step] < 0} {
      error "there is no step $step: use csim, csynth, cosim, export"
    }
  }
  # Synthesis begins anew; the other steps work on what it left.
  if {[mnist_hls_wants csynth]} {
    open_project -reset hls_project
  } else {
    open_project hls_project
  }
  set_top {cnn}
  add_files {src/top.cpp} -cflags {-std=c++14}
  if {[mnist_hls_wants csim] || [mnist_hls_wants cosim]} {
    add_files -tb {tb/testbench.cpp} -cflags {-std=c++14 -Wno-unknown-pragmas}
    add_files -tb {tb/golden.bin}
  }
  # Vivado HLS knows no flow target and means this one.
  if {[catch {open_solution solution1 -flow_target vivado}]} {
    open_solution solution1
  }
  set_part {xc7z020clg400-1}
  create_clock -period 10 -name default
}

# Without -clean a binary of an earlier run may be run again.
if {[mnist_hls_wants csim]} {
  mnist_hls_step csim {
    csim_design -O -clean -argv {golden.bin}
  }
}
if {[mnist_hls_wants csynth]} {
  mnist_hls_step csynth {
    csynth_design
  }
}
if {[mnist_hls_wants cosim]} {
  mnist_hls_step cosim {
    cosim_design -O -rtl verilog -argv {golden.bin 0 1}
  }
}
if {[mnist_hls_wants export]} {
  mnist_hls_step export {
    export_design -format $mnist_hls_export_format -version 1.0.0
  }
}
exit 0
