# The Tcl commands. Options are those of UG1399 (csim_design, cosim_design, export_design, add_files, ...) and of scripts
# that the tools themselves wrote. The numbers in comments are those of contract.md.

array set ::state {project "" solution "" top "" part "" period "" sources {} tests {}}

# C1, C2
proc classic_main {words} {
    if {$words eq "-version"} {
        banner
        exit 0
    }
    set parsed [options $::program $words {-i -n -nosplash} {-f -l -p}]
    positional $::program $parsed 0 0
    if {![dict exists $parsed -f]} {
        refuse "$::program: no -f <script>"
    }
    run_script [dict get $parsed -f]
}

proc run_script {script} {
    banner
    if {![file exists $script]} {
        refuse "there is no script $script in [pwd]"
    }
    say "INFO: \[HLS 200-10\] In directory '[pwd]'"
    say "Sourcing Tcl script '$script'"
    misbehave_at_start
    if {[catch {uplevel #0 [list source $script]} message]} {
        say $message
        say "    while executing\n\"source $script\"\n    invoked from within\n\"hls::main $script\""
        say "INFO: \[HLS 200-112\] Total elapsed time: 1 seconds"
        exit 1
    }
    # C14, UG1399 2022.2: after the script the tool stays at its prompt unless exit was called.
    say "vitis_hls> "
    after 600000
}

proc need {what command} {
    if {$::state($what) eq ""} {
        refuse "$command before the $what is known"
    }
}

# C8, down to create_clock.
proc open_project {args} {
    set parsed [options open_project $args {-reset} {}]
    set name [positional open_project $parsed 1 1]
    set ::state(project) [lindex $name 0]
    if {[dict exists $parsed -reset]} {
        file delete -force $::state(project)
    }
    file mkdir $::state(project)
    array set ::state {sources {} tests {} top "" solution ""}
    say "INFO: \[HLS 200-10\] Opening project '[file normalize $::state(project)]'."
}

proc open_component {args} {
    if {![since 2024.2]} {
        refuse "open_component: not in $::version"
    }
    set parsed [options open_component $args {-reset} {-flow_target}]
    set ::state(project) [lindex [positional open_component $parsed 1 1] 0]
    set ::state(solution) hls
}

proc set_top {args} {
    need project set_top
    set ::state(top) [lindex [positional set_top [options set_top $args {} {}] 1 1] 0]
}

proc add_files {args} {
    need project add_files
    set parsed [options add_files $args {-tb} {-cflags -csimflags -blackbox}]
    set flags [concat [expr {[dict exists $parsed -cflags] ? [dict get $parsed -cflags] : ""}] \
        [expr {[dict exists $parsed -csimflags] ? [dict get $parsed -csimflags] : ""}]]
    foreach file [join [positional add_files $parsed 1 100]] {
        if {![file exists $file]} {
            refuse "add_files: there is no $file in [pwd]"
        }
        lappend ::state([expr {[dict exists $parsed -tb] ? "tests" : "sources"}]) [list $file $flags]
    }
}

proc open_solution {args} {
    need project open_solution
    # C9: Vivado HLS has no flow target.
    set valued [expr {$::program eq "vivado_hls" ? {} : {-flow_target}}]
    if {$::program eq "vivado_hls" && [lsearch -exact $args -flow_target] >= 0} {
        step_error [list "ERROR: \[HLS 200-101\] 'open_solution': Unknown option '-flow_target'."]
    }
    set parsed [options open_solution $args {-reset} $valued]
    if {[dict exists $parsed -flow_target] && [lsearch -exact {vivado vitis} [dict get $parsed -flow_target]] < 0} {
        refuse "open_solution: unknown flow target [dict get $parsed -flow_target]"
    }
    set ::state(solution) [lindex [positional open_solution $parsed 1 1] 0]
    if {[dict exists $parsed -reset]} {
        file delete -force [solution_folder]
    }
    file mkdir [solution_folder]
}

proc solution_folder {} {
    return [file join $::state(project) $::state(solution)]
}

# C27
proc set_part {args} {
    need solution set_part
    if {[lsearch -exact $args -tool] >= 0} {
        step_error [list "ERROR: \[HLS 200-644\] The 'set_part -tool' hidden command is not supported."]
    }
    set ::state(part) [lindex [positional set_part [options set_part $args {} {}] 1 1] 0]
    check_part $::state(part)
}

proc create_clock {args} {
    need solution create_clock
    set parsed [options create_clock $args {} {-period -name}]
    positional create_clock $parsed 0 0
    if {![dict exists $parsed -period] || ![regexp {^([\d.]+)(ns)?$} [dict get $parsed -period] all period]} {
        refuse "create_clock: no -period in ns: $args"
    }
    set ::state(period) $period
}

proc set_clock_uncertainty {args} {
    need solution set_clock_uncertainty
    positional set_clock_uncertainty [options set_clock_uncertainty $args {} {}] 1 2
}

foreach {command valued} {
    config_interface {-m_axi_addr64 -m_axi_alignment_byte_size -m_axi_max_widen_bitwidth -m_axi_latency}
    config_compile {-name_max_length -pipeline_style -pipeline_loops}
    config_rtl {-module_auto_prefix -reset -reset_level}
    config_export {-format -output -vendor -library -ipname -version -display_name -description -flow -rtl}
    config_dataflow {-default_channel -fifo_depth}
} {
    proc $command {args} [format {
        need solution %1$s
        options %1$s $args {} {%2$s}
    } $command $valued]
}

proc ready {command} {
    foreach what {project top solution part period} {
        need $what $command
    }
    if {![llength $::state(sources)]} {
        refuse "$command without add_files"
    }
}

proc option {parsed name default} {
    return [expr {[dict exists $parsed $name] ? [dict get $parsed $name] : $default}]
}

# C10
proc csim_design {args} {
    ready csim_design
    set flags {-O -clean -setup}
    set valued {-argv -ldflags}
    if {![since 2025.1]} {
        lappend valued -mflags
    } else {
        lappend flags -sanitize_address -sanitize_undefined
    }
    set parsed [options csim_design $args $flags $valued]
    positional csim_design $parsed 0 0
    if {![llength $::state(tests)]} {
        refuse "csim_design without add_files -tb"
    }
    if {[dict exists $parsed -clean]} {
        file delete -force [file join [solution_folder] csim]
    }
    do_csim [solution_folder] [dict exists $parsed -O] [dict exists $parsed -setup] [option $parsed -ldflags ""] \
        [option $parsed -argv ""]
}

proc csynth_design {args} {
    ready csynth_design
    positional csynth_design [options csynth_design $args {} {}] 0 0
    do_csynth [solution_folder]
}

# C11
proc cosim_design {args} {
    ready cosim_design
    set parsed [options cosim_design $args {-O -setup -coverage -random_stall -disable_deadlock_detection
        -disable_binary_tv -disable_dependency_check -enable_dataflow_profiling -enable_fifo_sizing -wave_debug} {-rtl
        -argv -ldflags -compiled_library_dir -tool -trace_level}]
    positional cosim_design $parsed 0 0
    if {[lsearch -exact {verilog vhdl} [option $parsed -rtl verilog]] < 0} {
        refuse "cosim_design: unknown language"
    }
    do_cosim [solution_folder] [dict exists $parsed -O] [option $parsed -argv ""]
}

# C12
proc export_design {args} {
    ready export_design
    set valued {-format -flow -rtl -vendor -library -ipname -version -display_name -description}
    if {$::program ne "vivado_hls"} {
        lappend valued -output
    }
    set parsed [options export_design $args {} $valued]
    positional export_design $parsed 0 0
    set format [option $parsed -format ip_catalog]
    set formats [expr {$::program eq "vivado_hls" ? {ip_catalog syn_dcp sysgen} : {ip_catalog xo syn_dcp sysgen}}]
    if {[lsearch -exact $formats $format] < 0} {
        refuse "export_design: unknown format $format"
    }
    do_export [solution_folder] $format [option $parsed -flow ""]
}

proc close_project {} {
    array set ::state {project "" solution ""}
}

# Whatever the tools do not know, Tcl's own commands apart, is refused; Tcl would run programs of that name.
proc unknown {args} {
    refuse "unknown command: $args"
}
