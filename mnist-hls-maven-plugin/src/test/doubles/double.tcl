# A double of the AMD HLS tools, for tests only: see README.md.
# Usage: tclsh double.tcl <program> <version> <arguments of the program>

set here [file dirname [file normalize [info script]]]
foreach part {deeds reports steps classic unified} {
    source [file join $here $part.tcl]
}

set program [lindex $argv 0]
set version [lindex $argv 1]
set arguments [lrange $argv 2 end]
set root [file dirname [file dirname $::env(MNIST_HLS_DOUBLE_PROGRAM)]]
scan $version %d.%d year release

# Whether the double plays this release or a later one.
proc since {wanted} {
    return [expr {[package vcompare $::version $wanted] >= 0}]
}

# The double itself was used against the rules.
proc refuse {text} {
    puts "ERROR: \[DOUBLE 1\] $text"
    exit 1
}

proc say {text} {
    puts $text
    flush stdout
}

# C4
proc banner {} {
    if {$::program eq "vivado_hls"} {
        say "\n****** Vivado(TM) HLS - High-Level Synthesis from C, C++ and SystemC v$::version-double (64-bit)"
    } elseif {$::program eq "v++"} {
        say "\n****** v++ v$::version-double (64-bit)"
    } else {
        say "\n****** Vitis HLS - High-Level Synthesis from C, C++ and OpenCL v$::version-double (64-bit)"
    }
}

# Takes options apart: flags have no value, valued ones have. Returns a dictionary; key "" holds the other words.
proc options {command words flags valued} {
    set result [dict create "" {}]
    for {set i 0} {$i < [llength $words]} {incr i} {
        set word [lindex $words $i]
        if {[lsearch -exact $flags $word] >= 0} {
            dict set result $word 1
        } elseif {[lsearch -exact $valued $word] >= 0} {
            incr i
            if {$i >= [llength $words]} {
                refuse "$command: option $word needs a value"
            }
            dict set result $word [lindex $words $i]
        } elseif {[string match {-*} $word]} {
            refuse "$command: unknown option $word"
        } else {
            dict lappend result "" $word
        }
    }
    return $result
}

# The words that are no options: as many as said, or a refusal.
proc positional {command parsed least most} {
    set words [dict get $parsed ""]
    if {[llength $words] < $least || [llength $words] > $most} {
        refuse "$command: [llength $words] arguments, not $least to $most: $words"
    }
    return $words
}

switch -- $program {
    vivado_hls - vitis_hls { classic_main $arguments }
    vitis-run { vitis_run_main $arguments }
    v++ { vpp_main $arguments }
    default { refuse "unknown program $program" }
}
