# What a double does wrong when told to. "none" is a good tool.

proc deed {} {
    if {[info exists ::env(MNIST_HLS_DOUBLE_DEED)]} {
        return $::env(MNIST_HLS_DOUBLE_DEED)
    }
    set file [file join $::root deed]
    if {![file exists $file]} {
        return none
    }
    set channel [open $file]
    set text [string trim [read $channel]]
    close $channel
    return $text
}

# Called when the tool has started, before its first step. C15, C28, C29, C33
proc misbehave_at_start {} {
    switch -- [deed] {
        license {
            say "ERROR: Vivado Design Suite cannot be launched because a valid license was not found."
            exit 1
        }
        license-vivado {
            say "ERROR: \[Common 17-345\] A valid license was not found for feature 'Synthesis' and/or device 'xc7z020'."
            exit 1
        }
        hang {
            # A child and a grandchild, as wrappers have them.
            say "INFO: hanging, [pid]"
            exec sh -c "sleep 600 & echo INFO: hanging, \$! ; exec sleep 600" >@ stdout
        }
        flood {
            set line "WARNING: \[HLS 200-1\] [string repeat x 200]"
            for {set i 0} {$i < 480000} {incr i} {
                puts $line
            }
        }
        orphan {
            exec sh -c "sleep 600 & echo INFO: orphan \$!" >@ stdout
        }
        crash {
            say "INFO: about to crash"
            exec kill -SEGV [pid]
            after 10000
        }
        killed {
            exec kill -KILL [pid]
            after 10000
        }
        limits {
            exec sh -c "echo INFO: virtual memory \$(ulimit -v)" >@ stdout
        }
        memory {
            say "ERROR: \[Common 17-179\] Fork failed: Cannot allocate memory"
            exit 1
        }
        exit-1 {
            say "ERROR: \[HLS 200-70\] Something that nobody has seen before."
            exit 1
        }
        exit-0 {
            say "ERROR: \[HLS 200-70\] Something that nobody has seen before."
            exit 0
        }
        exit-0-silent {
            exit 0
        }
    }
}

# A failure inside a step: the message, then a Tcl error, as the tools do it.
proc step_error {lines} {
    foreach line $lines {
        say $line
    }
    error 4
}

# C31
proc misbehave_at_csynth {} {
    switch -- [deed] {
        error-printed { say "ERROR: \[HLS 200-70\] A complaint without consequences." }
        compile-error {
            step_error [list \
                "ERROR: \[HLS 207-3776\] use of undeclared identifier 'kRows' (src/top.cpp:12:25)" \
                "ERROR: \[HLS 200-1715\] Encountered problem during source synthesis" \
                "Pre-synthesis failed."]
        }
        no-top { step_error [list "ERROR: \[HLS 214-157\] Top function not found: there is no function named 'x'."] }
        unroll {
            step_error [list "ERROR: \[XFORM 203-504\] Stop unrolling loop 'Rows' in function 'top' because it may cause\
                large runtime and excessive memory usage due to increase in code size."]
        }
    }
}

# C15, C25, C26
proc misbehave_at_cosim {report} {
    switch -- [deed] {
        deadlock {
            say "//////////////////////////////////////////////////////////////////////////////"
            say "// ERROR!!! DEADLOCK DETECTED at 1235000 ns! SIMULATION WILL BE STOPPED! //"
            say "//////////////////////////////////////////////////////////////////////////////"
            write_cosim_report $report Fail
            step_error [list "ERROR: \[COSIM 212-4\] *** C/RTL co-simulation finished: FAIL ***"]
        }
        cosim-fail {
            write_cosim_report $report Fail
            step_error [list "ERROR: \[COSIM 212-4\] *** C/RTL co-simulation finished: FAIL ***"]
        }
        cosim-fail-exit-0 {
            write_cosim_report $report Fail
            exit 0
        }
        cosim-fail-quietly {
            write_cosim_report $report Fail
            return 1
        }
        no-report { return 1 }
    }
    return 0
}

# C30
proc misbehave_at_export {} {
    switch -- [deed] {
        date-overflow {
            if {$::year >= 2021} {
                say "ERROR: '2201251806' is an invalid argument. Please specify an integer value."
            } else {
                say "bad lexical cast: source type value could not be interpreted as target"
            }
            step_error [list "ERROR: \[IMPL 213-28\] Failed to generate IP."]
        }
        no-report { return 1 }
    }
    return 0
}
