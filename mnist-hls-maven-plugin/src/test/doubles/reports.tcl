# The reports of each generation. The figures are made up and say so through the version.

proc write_file {path text} {
    file mkdir [file dirname $path]
    set channel [open $path w]
    fconfigure $channel -translation lf -encoding utf-8
    puts -nonewline $channel $text
    close $channel
}

# C21, C22, C23
proc csynth_xml {top part period with_modules} {
    set latency [expr {[deed] eq "undefined-latency" ? "undef" : "1590"}]
    set interval [expr {[deed] eq "undefined-latency" ? "undef" : "1537"}]
    set estimated [expr {[deed] eq "timing-missed" ? $period * 1.05 : $period * 0.73}]
    set dsp [expr {$::program eq "vivado_hls" ? "DSP48E" : "DSP"}]
    set uram [expr {[since 2019.1] ? "<URAM>0</URAM>" : ""}]
    if {[deed] eq "foreign-report"} {
        set top another_top
    }
    set luts [expr {[deed] eq "too-large" ? 99999 : 20123}]
    set pipeline [expr {[since 2020.2] ? "dataflow" : "none"}]
    set dataflow [expr {[since 2020.2] ? ""
        : "<DataflowPipelineThroughput><range><min>1537</min><max>$interval</max></range></DataflowPipelineThroughput>"}]
    set modules ""
    if {$with_modules} {
        set modules "<ModuleInformation><Module><Name>conv1</Name><Loops><Rows></Rows></Loops><PerformanceEstimates>\
<SummaryOfOverallLatency><unit>clock cycles</unit><Best-caseLatency>1536</Best-caseLatency>\
<Average-caseLatency>1536</Average-caseLatency><Worst-caseLatency>1536</Worst-caseLatency>\
<PipelineInitiationInterval>1500 ~ 1536</PipelineInitiationInterval></SummaryOfOverallLatency>\
<SummaryOfLoopLatency><Rows><Name>Rows</Name><TripCount>1536</TripCount><Latency>1538</Latency>\
<PipelineII>1</PipelineII><PipelineDepth>4</PipelineDepth></Rows></SummaryOfLoopLatency></PerformanceEstimates>\
<AreaEstimates><Resources><BRAM_18K>2</BRAM_18K><AVAIL_BRAM>280</AVAIL_BRAM><UTIL_BRAM>~0</UTIL_BRAM><DSP>25</DSP>\
<AVAIL_DSP>220</AVAIL_DSP><FF>3000</FF><LUT>4000</LUT></Resources></AreaEstimates></Module></ModuleInformation>"
    }
    # The tools' files begin with an empty line and have no XML declaration.
    return "
<profile>
<ReportVersion><Version>$::version-double</Version></ReportVersion>
<UserAssignments><unit>ns</unit><ProductFamily>zynq</ProductFamily><Part>$part</Part><TopModelName>$top</TopModelName>\
<TargetClockPeriod>[format %.2f $period]</TargetClockPeriod><ClockUncertainty>[format %.2f [expr {$period * 0.27}]]\
</ClockUncertainty></UserAssignments>
<PerformanceEstimates><PipelineType>$pipeline</PipelineType>
<SummaryOfTimingAnalysis><unit>ns</unit><EstimatedClockPeriod>[format %.3f $estimated]</EstimatedClockPeriod>\
</SummaryOfTimingAnalysis>
<SummaryOfOverallLatency><unit>clock cycles</unit><Best-caseLatency>$latency</Best-caseLatency>\
<Average-caseLatency>$latency</Average-caseLatency><Worst-caseLatency>$latency</Worst-caseLatency>$dataflow\
<Interval-min>$interval</Interval-min><Interval-max>$interval</Interval-max></SummaryOfOverallLatency>
</PerformanceEstimates>
<AreaEstimates><Resources><BRAM_18K>31</BRAM_18K><$dsp>170</$dsp><FF>15321</FF><LUT>$luts</LUT>$uram</Resources>
<AvailableResources><BRAM_18K>280</BRAM_18K><$dsp>220</$dsp><FF>106400</FF><LUT>53200</LUT>$uram</AvailableResources>
</AreaEstimates>
$modules
</profile>
"
}

# C20
proc write_csynth_reports {solution top part period} {
    set reports [file join $solution syn report]
    set classic_file [expr {![since 2020.2]}]
    set text [csynth_xml $top $part $period [expr {!$classic_file}]]
    switch -- [deed] {
        garbage { set text "\x00\x01 <profile> no & xml" }
        partial { set text [string range $text 0 [expr {[string length $text] / 2}]] }
        entity {
            set text "<!DOCTYPE profile \[<!ENTITY x SYSTEM \"file:///etc/passwd\">\]><profile>&x;</profile>"
        }
    }
    write_file [file join $reports csynth.rpt] "made by a double\n"
    write_file [file join $reports csynth.xml] $text
    write_file [file join $reports ${top}_csynth.xml] [csynth_xml $top $part $period 0]
    if {[deed] eq "stale"} {
        file mtime [file join $reports csynth.xml] 1000000000
    }
    if {[deed] ne "no-rtl"} {
        write_file [file join $solution syn verilog $top.v] "// made by a double\nmodule $top; endmodule\n"
        write_file [file join $solution syn vhdl $top.vhd] "-- made by a double\n"
    }
}

# C24: eight cells up to 2020, nine from 2021 on.
proc write_cosim_report {solution status} {
    set figures [expr {$status eq "Pass" ? {1590 1591 1592 1537 1537 1537} : {NA NA NA NA NA NA}}]
    if {[since 2021.1]} {
        lappend figures [expr {$status eq "Pass" ? "4664" : "NA"}]
    }
    set absent [lrepeat [llength $figures] NA]
    write_file [file join $solution sim report [set ::state(top)]_cosim.rpt] "
================================================================
== Vitis HLS - High-Level Synthesis from C, C++ and OpenCL v$::version-double
================================================================
* Solution        : solution1
* Simulation tool : xsim.

+----------+----------+-----------------------------------------------+
|          |          |        Latency        |       Interval        |
+   RTL    +  Status  +-----------------------------------------------+
|          |          |  min  |  avg  |  max  |  min  |  avg  |  max  |
+----------+----------+-----------------------------------------------+
|      VHDL|        NA| [join $absent {| }]|
|   Verilog|      $status| [join $figures {| }]|
+----------+----------+-----------------------------------------------+
"
    write_file [file join $solution sim report verilog lat.rpt] "\$MAX_LATENCY = \"1592\"
\$MIN_LATENCY = \"1590\"
\$AVER_LATENCY = \"1591\"
\$TOTAL_EXECUTE_TIME = \"4664\"
"
}

# A zip file with one stored entry: Tcl knows the checksum.
proc write_zip {path name text} {
    set data [encoding convertto utf-8 $text]
    set crc [zlib crc32 $data]
    set size [string length $data]
    set fields [binary format sssssiiis 20 0 0 0 33 $crc $size $size [string length $name]]
    set local "PK\x03\x04$fields[binary format s 0]$name$data"
    set central "PK\x01\x02[binary format s 20]$fields[binary format ssssii 0 0 0 0 0 0]$name"
    set end "PK\x05\x06[binary format ssssiis 0 0 1 1 [string length $central] [string length $local] 0]"
    file mkdir [file dirname $path]
    set channel [open $path wb]
    puts -nonewline $channel "$local$central$end"
    close $channel
}

# C32
proc write_export {solution top format flow} {
    set file [expr {$format eq "xo" ? "$top.xo" : "ip/xilinx_com_hls_${top}_1_0.zip"}]
    set path [file join $solution impl $file]
    if {[deed] eq "not-a-zip"} {
        write_file $path "half a z"
    } else {
        write_zip $path component.xml "<component>made by a double, $::version-double</component>\n"
    }
    if {$flow ne ""} {
        set area "<LUT>12000</LUT><FF>14000</FF><DSP>168</DSP><BRAM>16</BRAM><URAM>0</URAM><SRL>12</SRL>"
        set slice [expr {[since 2025.1] ? "<CLB>2000</CLB>" : "<SLICE>4000</SLICE>"}]
        write_file [file join $solution impl report verilog export_$flow.xml] "<profile>
<AreaReport><Resources>$slice$area</Resources></AreaReport>
<TimingReport><TargetClockPeriod>10.000</TargetClockPeriod><AchievedClockPeriod>9.413</AchievedClockPeriod></TimingReport>
</profile>
"
    }
}
