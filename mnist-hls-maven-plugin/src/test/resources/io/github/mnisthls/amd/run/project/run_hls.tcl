# Runs the AMD HLS tools on this project. By hand, in this folder:
#   vivado_hls -f run_hls.tcl                  up to 2020.1
#   vitis_hls -f run_hls.tcl                   2020.2 to 2024.2
#   vitis-run --mode hls --tcl run_hls.tcl     from 2023.2
# The steps are C simulation and synthesis, unless the variable mnist_hls_steps was set before.

if {![info exists mnist_hls_steps]} {
    set mnist_hls_steps {csim csynth}
}
if {![info exists mnist_hls_export_format]} {
    set mnist_hls_export_format ip_catalog
}

# Runs a step and says how it ended: the exit status of the tools cannot be trusted.
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
    # Synthesis begins anew; the other steps work on what it left.
    if {[mnist_hls_wants csynth]} {
        open_project -reset hls_project
    } else {
        open_project hls_project
    }
    set_top twice
    add_files src/twice.cpp -cflags "-std=c++11"
    add_files -tb tb/main.cpp -cflags "-std=c++11"
    add_files -tb tb/vectors.txt
    # Vivado HLS has no flow target; the default of its successors is the same.
    if {[catch {open_solution solution1 -flow_target vivado}]} {
        open_solution solution1
    }
    set_part {xc7z020clg400-1}
    create_clock -period 10 -name default
}

if {[mnist_hls_wants csim]} {
    mnist_hls_step csim {
        csim_design -O -clean
    }
}
if {[mnist_hls_wants csynth]} {
    mnist_hls_step csynth {
        csynth_design
    }
}
if {[mnist_hls_wants cosim]} {
    mnist_hls_step cosim {
        cosim_design -O -rtl verilog
    }
}
if {[mnist_hls_wants export]} {
    mnist_hls_step export {
        export_design -format $mnist_hls_export_format -version 1.0.0
    }
}
exit 0
