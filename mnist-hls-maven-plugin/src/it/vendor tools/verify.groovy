import static org.assertj.core.api.Assertions.assertThat

import groovy.json.JsonSlurper

// One part of the log for each build.
def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
def expected = [
    ["vitis-run 2025.1 (by its folder's name)", 'driven by hls_config.cfg',
        'C synthesis by vitis-run 2025.1-double', 'C/RTL co-simulation by vitis-run 2025.1-double', 'xilinx_com_hls_'],
    ["vitis_hls 2023.1 (by its folder's name)", 'driven by Tcl', 'C simulation by vitis_hls 2023.1-double',
        'logits compared'],
    ['C synthesis skipped: no AMD HLS tool found', 'C/RTL co-simulation skipped', 'Export skipped', '<toolPath>',
        'BUILD SUCCESS'],
    ['C synthesis failed: no AMD HLS tool found', '<csynth> (-Dmnist-hls.csynth) is required', 'Install Vitis'],
    ['vitis_hls 2023.1, but <toolVersion> (-Dmnist-hls.toolVersion) asks for 2024.1', '<export> (-Dmnist-hls.export) is skip',
        'BUILD SUCCESS'],
    ['The budget is missed', 'LUT is 20123 (vitis-run 2025.1-double), but <budget><lut> allows 1000', 'module conv1'],
    ['the tool found no license', 'XILINXD_LICENSE_FILE', 'rerun.sh'],
    ['this is a double of the tool for tests (version 2023.1-double)']
]
assertThat(builds).hasSize(expected.size())
expected.eachWithIndex { parts, i ->
    assertThat(builds[i]).as('build ' + (i + 1)).contains(parts as String[])
    assertThat(builds[i]).as('build ' + (i + 1)).doesNotContain('MojoExecutionException', 'NullPointer')
}
// A miss names what missed, and nothing else.
assertThat(builds[5]).doesNotContain('intervalCycles is')

['one', 'two'].each { module ->
    def target = new File(basedir, module + '/target')
    def metrics = new JsonSlurper().parse(new File(target, 'mnist-hls/report/metrics.json'))
    if (module == 'one') {
        assertThat(metrics.synthesis.version).isEqualTo('2025.1-double')
    } else {
        // What failed after the first build is not among the figures.
        assertThat(metrics.synthesis?.tool).isNotEqualTo('vitis_hls')
    }
    def work = new File(target, 'mnist-hls/synthesis/vitis-run')
    ['csynth', 'cosim', 'export'].each { step ->
        assertThat(new File(work, step + '/rerun.sh')).isFile()
        assertThat(new File(work, step + '/vitis-run.log')).isNotEmpty()
    }
}
assertThat(new File(basedir, 'one/target/mnist-hls/synthesis/vitis_hls/csim/rerun.sh').text).contains('\nenv ', 'tools of ours')
true
