# v++ and vitis-run. Options: UG1702 "vitis-run Command"; keys: UG1399 "Tcl-to-Config-File-Command Map".

set ::keys {
    flow_target clock clock_uncertainty syn.top syn.file syn.cflags syn.csimflags syn.file_cflags tb.file tb.cflags
    tb.file_cflags csim.O csim.argv csim.clean csim.setup csim.ldflags csim.sanitize_address csim.code_analyzer cosim.O
    cosim.argv cosim.trace_level cosim.random_stall cosim.rtl cosim.wave_debug package.output.format package.output.file
    package.output.syn package.ip.version package.ip.name package.ip.vendor package.ip.library vivado.flow
}
set ::repeated {syn.file tb.file syn.file_cflags tb.file_cflags}
array set ::config {}

# C16
proc read_config {file} {
    if {![file exists $file]} {
        refuse "there is no configuration file $file"
    }
    set folder [file dirname [file normalize $file]]
    set channel [open $file]
    set section ""
    foreach line [split [read $channel] \n] {
        set line [string trim $line]
        if {$line eq "" || [string index $line 0] eq "#"} {
            continue
        }
        if {[string index $line 0] eq "\["} {
            if {$line ne "\[hls\]" || $section ne ""} {
                refuse "$file: unknown or repeated section $line"
            }
            set section hls
            continue
        }
        if {![regexp {^([A-Za-z_.]+)=(.*)$} $line all key value]} {
            refuse "$file: not key=value: $line"
        }
        if {[string first ";" $value] >= 0} {
            refuse "$file: comments behind values are not documented: $line"
        }
        # All of AMD's example files have the part, and only the part, before [hls].
        if {($key eq "part") != ($section eq "")} {
            refuse "$file: $key is in the wrong section"
        }
        if {$key ne "part" && [lsearch -exact $::keys $key] < 0} {
            refuse "$file: unknown key $key"
        }
        if {[info exists ::config($key)] && [lsearch -exact $::repeated $key] < 0} {
            refuse "$file: $key is given twice"
        }
        lappend ::config($key) $value
    }
    close $channel
    fill_state $folder
}

proc value {key default} {
    return [expr {[info exists ::config($key)] ? [lindex $::config($key) 0] : $default}]
}

proc fill_state {folder} {
    foreach key {part syn.top syn.file} {
        if {![info exists ::config($key)]} {
            refuse "the configuration has no $key"
        }
    }
    if {![regexp {^([\d.]+)(ns)?$} [value clock 10] all period]} {
        refuse "unknown clock [value clock 10]"
    }
    array set ::state [list part [value part ""] top [value syn.top ""] period $period sources {} tests {}]
    foreach {key flags list} {syn.file syn.cflags sources tb.file tb.cflags tests} {
        foreach name [expr {[info exists ::config($key)] ? $::config($key) : {}}] {
            if {![file exists [file join $folder $name]]} {
                refuse "$key: there is no $name in $folder"
            }
            lappend ::state($list) [list $name [value $flags ""]]
        }
    }
}

# C3
proc unified_options {words flags} {
    set parsed [options $::program $words [concat $flags {--version -h}] {--mode --config --work_dir --input_file}]
    if {[dict exists $parsed --version]} {
        banner
        exit 0
    }
    if {[option $parsed --mode ""] ne "hls"} {
        refuse "$::program: --mode hls is missing"
    }
    return $parsed
}

# C20
proc open_work_folder {parsed step} {
    foreach name {--config --work_dir} {
        if {![dict exists $parsed $name]} {
            refuse "$::program: $name is missing"
        }
    }
    positional $::program $parsed 0 0
    banner
    set work [dict get $parsed --work_dir]
    file mkdir [file join $work logs]
    write_file [file join $work logs hls_$step.log] "made by a double\n"
    write_file [file join [file dirname [file normalize $work]] vitis-comp.json] "{}\n"
    misbehave_at_start
    read_config [dict get $parsed --config]
    return [file join $work hls]
}

# A step's error ends the program; there is no script that could see it.
proc finish {body} {
    if {[catch {uplevel 1 $body} message]} {
        if {$message ne "4"} {
            say "ERROR: \[DOUBLE 2\] $::errorInfo"
        }
        exit [expr {[deed] eq "exit-0-after-failure" ? 0 : 1}]
    }
    exit 0
}

# C6
proc vpp_main {words} {
    set parsed [unified_options $words {-c --compile}]
    if {![dict exists $parsed -c] && ![dict exists $parsed --compile]} {
        refuse "v++: neither -c nor --compile"
    }
    set solution [open_work_folder $parsed compile]
    say "INFO: \[v++ 82-31\] Launching vitis_hls: vitis_hls -nolog -run csynth -work_dir [dict get $parsed --work_dir]"
    finish {
        check_part $::state(part)
        do_csynth $solution
    }
}

# C5, C7
proc vitis_run_main {words} {
    set steps {--csim --cosim --package --impl --tcl}
    set parsed [unified_options $words $steps]
    set asked {}
    foreach step $steps {
        if {[dict exists $parsed $step]} {
            lappend asked $step
        }
    }
    if {[llength $asked] != 1} {
        refuse "vitis-run: one of $steps, not '$asked'"
    }
    if {$asked eq "--tcl"} {
        set script [positional vitis-run $parsed 1 1]
        run_script [lindex $script 0]
    }
    set step [string range $asked 2 end]
    set solution [open_work_folder $parsed run_$step]
    finish {
        check_part $::state(part)
        switch -- $step {
            csim {
                if {[value csim.clean false] eq "true"} {
                    file delete -force [file join $solution csim]
                }
                do_csim $solution [expr {[value csim.O false] eq "true"}] [expr {[value csim.setup false] eq "true"}] \
                    [value csim.ldflags ""] [value csim.argv ""]
            }
            cosim { do_cosim $solution [expr {[value cosim.O false] eq "true"}] [value cosim.argv ""] }
            package { do_export $solution [value package.output.format ip_catalog] [value vivado.flow ""] }
            impl { do_export $solution ip_catalog impl }
        }
    }
}
