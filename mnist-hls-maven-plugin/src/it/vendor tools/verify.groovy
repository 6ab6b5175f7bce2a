import io.github.mnisthls.it.MavenBuild
import java.util.zip.ZipFile
import static org.assertj.core.api.Assertions.assertThat

import groovy.json.JsonSlurper

// One part of the log for each build.
def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
def expected = [
    ["vitis-run 2025.1 (by its folder's name)", 'driven by hls_config.cfg',
        'C synthesis by vitis-run 2025.1-double', 'C/RTL co-simulation by vitis-run 2025.1-double', 'xilinx_com_hls_'],
    ["vitis_hls 2023.1 (by its folder's name)", 'driven by Tcl', 'C simulation by vitis_hls 2023.1-double',
        'logits compared'],
    ['C simulation skipped: no AMD HLS tool found', 'C synthesis skipped: no AMD HLS tool found', 'C/RTL co-simulation skipped', 'Export skipped', '<toolPath>',
        'BUILD SUCCESS'],
    ['C synthesis failed: no AMD HLS tool found', '<csynth> (-Dmnist-hls.csynth) is required', 'Install Vitis'],
    ['vitis_hls 2023.1, but <toolVersion> (-Dmnist-hls.toolVersion) asks for 2024.1', '<export> (-Dmnist-hls.export) is skip',
        'BUILD SUCCESS'],
    ['The budget is missed', 'LUT is 20123 (vitis-run 2025.1-double), but <budget><lut> allows 1000', 'module conv1'],
    ['the tool found no license', 'XILINXD_LICENSE_FILE', 'rerun.sh'],
    ['this is a double of the tool for tests (version 2023.1-double)'],
    ['C synthesis failed: no AMD HLS tool found', 'vitis_hls 2023.1, but <toolVersion> (-Dmnist-hls.toolVersion) asks for 2024.1'],
    ['no end after 10.', 'the tool and all it started were killed', '<toolTimeout> (-Dmnist-hls.toolTimeout)', 'rerun.sh'],
    ['vivado_hls 2019.2 (by its folder\'s name)', 'C synthesis by vivado_hls 2019.2-double', 'Attached '],
    ['scripts.flowTarget changed (VIVADO -> VITIS)', 'exportFormat changed (ip_catalog -> xo)', 'Attached ', 'artifact/cnn.xo'],
    ['scripts.generation changed (VIVADO_HLS -> VITIS_KEYED)', 'csim-vendor: up to date',
        '400 logits compared with the emulator\'s, 0 differing (vitis_hls 2023.1-double).'],
    ['csynth: up to date', 'cosim: up to date', 'export: up to date', 'csim-vendor: up to date', 'package: up to date',
        'Attached ', 'xilinx_com_hls_cnn_1_0.zip', '(vitis_hls 2023.1-double)'],
    ['<csynth> (-Dmnist-hls.csynth) is skip', '<cosim> (-Dmnist-hls.cosim) is skip', '<export> (-Dmnist-hls.export) is skip',
        'BUILD SUCCESS'],
    ['C simulation failed: no AMD HLS tool found', '<csim> (-Dmnist-hls.csim) is required']
]
assertThat(builds).hasSize(expected.size())
expected.eachWithIndex { parts, i ->
    assertThat(builds[i]).as('build ' + (i + 1)).contains(parts as String[])
    assertThat(builds[i]).as('build ' + (i + 1)).doesNotContain('MojoExecutionException', 'NullPointer')
}
// A miss names what missed, and nothing else.
assertThat(builds[5]).doesNotContain('intervalCycles is')

def results = { String module -> new File(basedir, module + '/target/mnist-hls') }
def metrics = { String module -> new JsonSlurper().parse(new File(results(module), 'report/metrics.json')) }
['one', 'two'].each { module ->
    def work = new File(results(module), 'synthesis/vitis-run')
    ['csynth', 'cosim', 'export'].each { step ->
        assertThat(new File(work, step + '/rerun.sh')).isFile()
        assertThat(new File(work, step + '/vitis-run.log')).isNotEmpty()
    }
}
assertThat(new File(results('one'), 'synthesis/vitis_hls/csim/rerun.sh').text).contains('tools of ours')

// Each figure names the tool that gave it; what a double gave shows it.
def one = metrics('one')
assertThat(one.csim.tool).isEqualTo('vitis_hls 2023.1-double')
assertThat(one.csim.logitsCompared).isEqualTo(400)
assertThat(one.csim).doesNotContainKeys('imagesPerSecond', 'compileSeconds')
assertThat(one.accuracy.csim).isEqualTo(one.accuracy.quantized)
assertThat(one.synthesis.version).isEqualTo('2023.1-double')
assertThat(one.cosim.version).isEqualTo('2023.1-double')
assertThat(one.cosim.images).isEqualTo(3)
assertThat(one.accuracy.cosim * 3 % 1).isLessThan(1e-9)
assertThat(one.export.format).isEqualTo('ip_catalog')
assertThat(builds[13]).containsPattern('cosim +[0-9.]+ % +3 ')

// Of each step that ran build servers get a test case; of skipped ones none.
['csim', 'csynth', 'cosim', 'export'].each { step ->
    assertThat(new File(results('one'), "report/TEST-mnist-hls.${step}.xml").text)
        .contains('failures="0"', 'vitis_hls 2023.1-double')
}
// What the last build skipped is absent, although the first one found it.
assertThat(metrics('two')).doesNotContainKeys('synthesis', 'cosim', 'export')
['csynth', 'cosim', 'export'].each { step ->
    assertThat(new File(results('two'), "report/TEST-mnist-hls.${step}.xml")).doesNotExist()
}

// The archive has the project, and what the tool made of it.
def zip = new ZipFile(new File(basedir, 'one/target/one-1.0.zip'))
assertThat(zip.entries().collect { it.name }).contains('hls/run_hls.tcl', 'rtl/cnn.v', 'reports/csynth.xml',
    'export/xilinx_com_hls_cnn_1_0.zip')
zip.close()

// A failure is a test case, too; and whoever ends the build ends the tool.
def maven = new MavenBuild(basedir, localRepositoryPath, outerRepository).with('MNIST_HLS_TOOL_DOUBLES', 'accept')
def goals = ['package', '-pl', 'two', '-Pclassic'] as String[]
assertThat(maven.with('MNIST_HLS_DOUBLE_DEED', 'part').run(goals).succeeded()).isFalse()
assertThat(new File(results('two'), 'report/TEST-mnist-hls.csynth.xml').text)
    .contains('failures="1"', 'the part is not installed')
def toolLog = new File(results('two'), 'synthesis/vitis_hls/csynth/vitis_hls.log')
maven.with('MNIST_HLS_DOUBLE_DEED', 'hang').endedWhen(toolLog, ~/(?s)hanging, \d+\n.*hanging, \d+\n/, goals)
def processes = (toolLog.text =~ /hanging, (\d+)/).collect { it[1] as long }
assertThat(processes).hasSize(2)
// One that has ended may still be listed, as a zombie, until somebody asks for its status.
processes.each {
    def stat = new File("/proc/${it}/stat")
    assertThat(stat.exists() && !stat.text.contains(') Z')).as('process ' + it).isFalse()
}
true
