# What both flows do. state(top|part|period|sources|tests) is filled by the flow; files are pairs of path and flags.

set ::devices {xc7z020clg400-1 xc7z020-clg400-1 xc7z010clg400-1 xczu3eg-sbva484-1-e xczu7ev-ffvc1156-2-e
    xck26-sfvc784-2LV-c}

# C27
proc check_part {part} {
    if {[deed] eq "part" || [lsearch -exact $::devices $part] < 0} {
        if {[since 2025.1]} {
            step_error [list "ERROR: \[HLS 200-1023\] Part '$part' is not supported. It is either unknown, not installed or\
                does not have an appropriate license."]
        }
        step_error [list "ERROR: \[HLS 200-1023\] Part '$part' is not installed."]
    }
}

# Vivado HLS 2019.2 compiles with -std=c++0x (C13); nothing shows that all its compilers take a later one. The
# headers that stand for its own here need C++14.
proc dialect {flags} {
    if {$::program ne "vivado_hls"} {
        return $flags
    }
    foreach flag $flags {
        if {[string match -std=* $flag] && [lsearch -exact {-std=c++0x -std=c++11} $flag] < 0} {
            refuse "vivado_hls: its compilers are not known to take $flag"
        }
    }
    return [concat $flags -std=c++14]
}

proc is_code {file} {
    return [regexp {\.(c|cc|cpp|cxx)$} $file]
}

proc run {words} {
    # Returns 0, the exit status, or the name of a signal.
    if {[catch {exec {*}$words >@ stdout 2>@1} message choices]} {
        set code [dict get $choices -errorcode]
        switch -- [lindex $code 0] {
            CHILDSTATUS { return [lindex $code 2] }
            CHILDKILLED { return [lindex $code 2] }
            default { refuse "cannot run $words: $message" }
        }
    }
    return 0
}

# C17: compiles sources and testbench in csim/build and links csim.exe. Data files are linked into that folder.
proc build_testbench {build optimize ldflags} {
    file mkdir $build
    set objects {}
    set macros {-D__HLS_CSIM__ -D__VITIS_HLS__ -DAESL_TB -Wno-unknown-pragmas -Wno-unused-label}
    set level [expr {$optimize ? "-O2" : "-O0"}]
    set number 0
    foreach pair [concat $::state(sources) $::state(tests)] {
        lassign $pair file flags
        if {![is_code $file]} {
            set link [file join $build [file tail $file]]
            file delete $link
            file link -symbolic $link [file normalize $file]
            continue
        }
        say "   Compiling ../../../../$file in [expr {$optimize ? "release" : "debug"}] mode"
        set object [file join $build [incr number].o]
        if {[run [list g++ -c $level {*}$macros -isystem [file join $::root include] {*}[dialect $flags] $file -o $object]] ne "0"} {
            step_error [list "ERROR: \[SIM 211-100\] 'csim_design' failed: compilation error(s)."]
        }
        lappend objects $object
    }
    say "   Generating csim.exe"
    if {[run [list g++ {*}$objects -o [file join $build csim.exe] {*}$ldflags]] ne "0"} {
        step_error [list "ERROR: \[SIM 211-100\] 'csim_design' failed: compilation error(s)."]
    }
}

# C18, C19: runs csim.exe in its folder; the console gets what the report file gets, with other spellings.
proc run_testbench {build report arguments} {
    set home [pwd]
    cd $build
    set failed [catch {exec ./csim.exe {*}$arguments 2>@1} output choices]
    cd $home
    set code [expr {$failed ? [dict get $choices -errorcode] : ""}]
    if {$failed} {
        regsub {\n?child (process exited abnormally|killed: .*)$} $output "" output
    }
    puts -nonewline $output
    set verdict ok
    switch -- [lindex $code 0] {
        CHILDSTATUS { set verdict "Function 'main' returns nonzero value '[lindex $code 2]'" }
        CHILDKILLED { set verdict [lindex $code 2] }
    }
    set ending [expr {$verdict eq "ok" ? "INFO: \[SIM 1\] CSim done with 0 errors." : "ERR: \[SIM 100\] CSim failed with errors."}]
    write_file $report "INFO: \[SIM 2\] *************** CSIM start ***************\n$output$ending\nINFO: \[SIM 3\]\
        *************** CSIM finish ***************\n"
    return $verdict
}

# C18
proc do_csim {solution optimize setup ldflags arguments} {
    set build [file join $solution csim build]
    say "INFO: \[SIM 211-2\] *************** CSIM start ***************"
    say "INFO: \[SIM 211-4\] CSIM will launch GCC as the compiler."
    build_testbench $build $optimize $ldflags
    if {$setup} {
        say "INFO: \[SIM 211-1\] CSim file generation done with 0 errors."
        return
    }
    if {[deed] eq "csim-skips-testbench"} {
        say "INFO: \[SIM 211-1\] CSim done with 0 errors."
        return
    }
    set verdict [run_testbench $build [file join $solution csim report $::state(top)_csim.log] $arguments]
    if {$verdict eq "ok"} {
        # The testbench's last words may have no line end: the marker is then glued to them.
        say "INFO: \[SIM 211-1\] CSim done with 0 errors."
        say "INFO: \[SIM 211-3\] *************** CSIM finish ***************"
        return
    }
    say "@E Simulation failed: $verdict."
    say "ERROR: \[SIM 211-100\] CSim failed with errors."
    say "INFO: \[SIM 211-3\] *************** CSIM finish ***************"
    if {[deed] eq "exit-0-after-failure"} {
        exit 0
    }
    error 4
}

proc do_csynth {solution} {
    say "INFO: \[HLS 200-10\] Analyzing design file '[lindex $::state(sources) 0 0]' ..."
    misbehave_at_csynth
    set defined 0
    foreach pair $::state(sources) {
        lassign $pair file flags
        if {![is_code $file]} {
            continue
        }
        set channel [open $file]
        set defined [expr {$defined || [regexp "\\m$::state(top)\\s*\\(" [read $channel]]}]
        close $channel
        set words [list g++ -fsyntax-only -D__SYNTHESIS__ -D__VITIS_HLS__ -Wno-unknown-pragmas -Wno-unused-label]
        if {[run [concat $words [list -isystem [file join $::root include]] [dialect $flags] [list $file]]] ne "0"} {
            step_error [list "ERROR: \[HLS 207-59\] too many errors emitted, stopping now ($file)" "Pre-synthesis failed."]
        }
    }
    if {!$defined} {
        step_error [list "ERROR: \[HLS 214-157\] Top function not found: there is no function named '$::state(top)'."]
    }
    say "INFO: \[HLS 200-10\] Starting hardware synthesis ..."
    if {[deed] eq "ii-violated"} {
        say "WARNING: \[HLS 200-880\] The II Violation in module 'conv1' (loop 'Rows'): Unable to enforce a carried dependence."
    }
    if {[deed] eq "no-report"} {
        return
    }
    write_csynth_reports $solution $::state(top) $::state(part) $::state(period)
    say "INFO: \[HLS 200-789\] **** Estimated Fmax: 136.99 MHz"
}

proc need_rtl {solution command} {
    if {![file exists [file join $solution syn verilog $::state(top).v]]} {
        step_error [list "ERROR: \[DOUBLE 1\] $command: there is no RTL of '$::state(top)' in $solution"]
    }
}

# C25
proc do_cosim {solution optimize arguments} {
    need_rtl $solution cosim
    say "INFO: \[COSIM 212-47\] Using XSIM for RTL simulation."
    if {[misbehave_at_cosim $solution]} {
        return
    }
    set build [file join $solution sim wrapc]
    build_testbench $build $optimize {}
    if {[run_testbench $build [file join $solution sim report cosim.log] $arguments] ne "ok"} {
        write_cosim_report $solution Fail
        step_error [list "ERROR: \[COSIM 212-360\] Aborting co-simulation: C TB simulation failed." \
            "ERROR: \[COSIM 212-4\] *** C/RTL co-simulation finished: FAIL ***"]
    }
    write_cosim_report $solution Pass
    say "INFO: \[COSIM 212-1000\] *** C/RTL co-simulation finished: PASS ***"
}

proc do_export {solution format flow} {
    need_rtl $solution export
    say "\n****** Vivado v$::version-double (64-bit)"
    if {[misbehave_at_export]} {
        return
    }
    write_export $solution $::state(top) $format $flow
}
