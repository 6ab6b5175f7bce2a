import io.github.mnisthls.it.MavenBuild
import static org.assertj.core.api.Assertions.assertThat

// One part of the log for each build.
def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
def expected = [
    ['<precision> (-Dmnist-hls.precision)', "ap_fixed<0,0>"],
    ['<precision> (-Dmnist-hls.precision)', "ap_fixed<8>"],
    ['<precision> (-Dmnist-hls.precision)', "'float'"],
    ["The command line\'s -D is 'mnist-hls.epoch'", "Did you mean 'mnist-hls.epochs'?"],
    ['The work folder /proc/mnist-hls cannot be written', '<workDirectory> (-Dmnist-hls.workDirectory)'],
    ["<cxx> (-Dmnist-hls.cxx) is '/nowhere/g++': there is no such program", 'apt-get install g++'],
    ["<layers> is '<lstm>': there is no such layer", 'The layers are add, averagePool, batchNorm, clip, concat, conv'],
    ["<dense> in <layers> is 'groups': this layer has no such property", 'Its properties are name, inputs, units, bias.'],
    ["is '<epoch>': no goal has this parameter", "Did you mean 'epochs'?"],
    ["kernel of layer 'conv1' is '9 rows x 9 columns': the window is larger than its input, which has 8 rows and 8 columns"],
    ['truncated/t10k-images-idx3-ubyte cannot be used: its header [100, 8, 8] promises 6400 bytes of data, but there are 6399'],
    ['corrupted/t10k-images-idx3-ubyte.gz cannot be used: its gzip data is'],
    ['wrong-checksum/t10k-images-idx3-ubyte cannot be used: its SHA-256 is', 'SHA256SUMS says 000'],
    ['wrong-label/t10k-labels-idx1-ubyte cannot be used: its labels are from 0 to 4, but the network has 4 classes, 0 to 3'],
    ["<dataset> (-Dmnist-hls.dataset) is", 'nowhere', 'there is no such folder']
]

assertThat(builds).hasSize(expected.size())
expected.eachWithIndex { parts, i ->
    assertThat(builds[i]).as('build ' + (i + 1)).contains(parts as String[])
    assertThat(builds[i]).as('build ' + (i + 1)).doesNotContain('MojoExecutionException', 'NullPointer')
}
// What the last goal needs is missed before the first one trains.
assertThat(builds[5]).contains('mnist-hls-maven-plugin', ':train').doesNotContain(':quantize', 'loss ')
// Nothing half-written is left behind.
assertThat(new File(basedir, 'target/mnist-hls/.staging').list() ?: []).isEmpty()

// A folder that cannot be written; what was generated before stays.
def maven = new MavenBuild(basedir, localRepositoryPath, outerRepository)
def refused = { String... arguments ->
    def result = maven.run(arguments)
    assertThat(result.succeeded()).as(result.log()).isFalse()
    assertThat(result.log()).doesNotContain('MojoExecutionException', 'NullPointer')
    return result.log()
}
assertThat(refused('process-sources', '-Dmnist-hls.outputDirectory=/proc/hls'))
    .contains('The folder /proc/hls of <outputDirectory> (-Dmnist-hls.outputDirectory) cannot be written')

// No C++ compiler: everything that Maven's own script needs, and nothing else, is on the path.
def tools = new File(basedir, 'tools')
tools.mkdirs()
['sh', 'bash', 'env', 'java', 'dirname', 'basename', 'uname', 'ls', 'expr', 'tr', 'sed', 'grep', 'cat', 'readlink', 'which'].each { tool ->
    def found = System.getenv('PATH').split(':').collect { new File(it, tool) }.find { it.canExecute() }
    if (found != null) {
        java.nio.file.Files.createSymbolicLink(new File(tools, tool).toPath(), found.toPath())
    }
}
maven.with('PATH', tools.path).with('CXX', '')
assertThat(refused('verify')).contains('C simulation needs a C++14 compiler, but neither g++ nor clang++ is on the PATH',
    'apt-get install g++', '<csimSkip> (-Dmnist-hls.csim.skip)')
assertThat(new File(basedir, 'target/mnist-hls/hls/src/top.cpp')).exists()
assertThat(new File(basedir, 'target/mnist-hls/.staging').list() ?: []).isEmpty()
true
