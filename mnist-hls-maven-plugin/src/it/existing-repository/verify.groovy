import io.github.mnisthls.ExternalProgram
import io.github.mnisthls.it.MavenBuild
import static org.assertj.core.api.Assertions.assertThat

def maven = new MavenBuild(basedir, localRepositoryPath, outerRepository)
def hls = new File(basedir, 'hls')
def contents = { File folder ->
    def files = new TreeMap()
    folder.eachFileRecurse(groovy.io.FileType.FILES) {
        files[folder.toPath().relativize(it.toPath()).toString()] = it.bytes.encodeHex().toString()
    }
    return files
}
def refused = { String... arguments ->
    def before = contents(hls)
    def result = maven.run(arguments)
    assertThat(result.succeeded()).as(result.log()).isFalse()
    assertThat(contents(hls)).isEqualTo(before)
    return result.log()
}
def accepted = { String... arguments ->
    def result = maven.run(arguments)
    assertThat(result.succeeded()).as(result.log()).isTrue()
    return result.log()
}

// The repository's own Makefile and test take the generated sources in.
assertThat(new File(hls, 'uart.cpp').text).startsWith('// Hand-written')
if (ExternalProgram.find('make').isPresent()) {
    def make = new ProcessBuilder('make', 'smoke').directory(basedir).redirectErrorStream(true).start()
    assertThat(make.inputStream.text).contains('class 0')
    assertThat(make.waitFor()).isZero()
} else {
    println 'SKIPPED existing-repository: needs make (Debian package make)'
    assertThat(System.getenv('MNIST_HLS_REQUIRE_TOOLS')).isNotEqualTo('1')
}

// What a person edited is not overwritten, and nothing else is written either.
def top = new File(hls, 'src/digits_top.cpp')
def generated = top.text
top.text = generated.replace('#pragma HLS DATAFLOW', '#pragma HLS DATAFLOW disable_start_propagation')
def log = refused('mnist-hls:generate', '-Dmnist-hls.clockPeriodNs=8')
assertThat(log).contains('hls/src/digits_top.cpp, line', 'DATAFLOW disable_start_propagation',
    'top.cpp.vm into <templateDirectory> (-Dmnist-hls.templateDirectory)', '-Dmnist-hls.overwriteEdited')

// Unless told so.
accepted('mnist-hls:generate', '-Dmnist-hls.overwriteEdited')
assertThat(top.text).isEqualTo(generated)

// A template of the repository takes the place of the plugin's.
accepted('mnist-hls:generate', '-Dmnist-hls.templateDirectory=templates')
assertThat(new File(hls, 'sources.tcl')).hasContent('# Our own list: digits\nset DIGITS_MNIST_HLS_SOURCES [list {src/digits_top.cpp}]')
accepted('mnist-hls:generate')
assertThat(new File(hls, 'sources.tcl').text).doesNotContain('Our own list')

// The golden vectors stay in the work folder, where the copy's Makefile finds them.
accepted('mnist-hls:generate', '-Dmnist-hls.copyGolden=false')
assertThat(new File(hls, 'tb/digits_golden.bin')).doesNotExist()
if (ExternalProgram.find('make').isPresent()) {
    def make = new ProcessBuilder('make', 'csim').directory(hls).redirectErrorStream(true).start()
    assertThat(make.inputStream.text).contains('mnist-hls: all logits equal')
    assertThat(make.waitFor()).isZero()
    new File(hls, 'build').deleteDir()
}
accepted('mnist-hls:generate')
assertThat(new File(hls, 'tb/digits_golden.bin')).isFile()

// A foreign file in the way stops the build with its name, even if edits may be overwritten.
def other = new File(basedir, 'rtl')
other.mkdirs()
new File(other, 'Makefile').text = 'all:\n'
log = refused('mnist-hls:generate', '-Dhls.folder=rtl', '-Dmnist-hls.overwriteEdited')
assertThat(log).contains('rtl/Makefile is in the way: this plugin did not write it, so it does not touch it')
assertThat(contents(other).keySet()).containsExactly('Makefile')
true
