import io.github.mnisthls.ExternalProgram
import static org.assertj.core.api.Assertions.assertThat

def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assertThat(builds[0]).contains('logits compared', 'Attached')
// Another clock calls for generation and what follows, not for training.
assertThat(builds[1]).contains('generate: runs again').doesNotContain('train: runs again', 'epoch 1 of')
assertThat(builds[2]).contains('train: up to date')
assertThat(builds[7]).contains('rounded, no gradient', 'rounded, straight-through', 'index.html#diagnosis')
assertThat(builds[8]).contains('train_model.py, line 13', '-Dmnist-hls.repair comments out 1 of them')
assertThat(builds[9]).contains('Commented out 1 of them')
def script = new File(basedir, 'train_model.py').readLines()
def before = new File(basedir, 'train_model.py.before_fix').readLines()
assertThat(script[12].trim()).startsWith('#').contains('torch.round')
assertThat(script.withIndex().findAll { line, i -> line != before[i] }).hasSize(1)
assertThat(new File(basedir, 'target/mnist-hls/diagnosis').list()).containsExactlyInAnyOrder('model', 'training')

def network = new File(basedir, 'fpga/cnn')
assertThat(new File(network, '.mnist-hls-files.json')).exists()

/** What a program says; without the program nothing is tested, which one line tells. */
def run = { String debianPackage, File folder, List<String> command ->
    if (!command[0].startsWith('/') && ExternalProgram.find(command[0]).isEmpty()) {
        def line = "SKIPPED documented-commands: needs ${command[0]} (Debian package $debianPackage)".toString()
        assertThat(System.getenv('MNIST_HLS_REQUIRE_TOOLS')).as(line).isNotEqualTo('1')
        println line
        return null
    }
    def process = new ProcessBuilder(command).directory(folder).redirectErrorStream(true).start()
    def said = process.inputStream.text
    assertThat(process.waitFor()).as(said).isZero()
    return said
}

def project = new File(basedir, 'target/mnist-hls/hls')
def verdict = run('make', project, 'make csim CXXFLAGS=-O0'.split().toList())
if (verdict != null) {
    assertThat(verdict).contains('images 100', 'logitsDiffering 0', 'mnist-hls: all logits equal')
    def simulate = [new File(project, 'build/csim_main').path] + 'tb/golden.bin 0 50 --predictions out.txt'.split().toList()
    def predictions = run('make', project, simulate)
    assertThat(predictions).contains('images 50')
    assertThat(new File(project, 'out.txt').readLines()).hasSize(50)
}

// A repository's own Makefile, testbench and Tcl flow take the generated lists in.
if (run('make', basedir, ['make', 'build/one_image']) != null) {
    def answer = run('make', basedir, [new File(basedir, 'build/one_image').path])
    assertThat(answer.readLines()).hasSize(11)
    assertThat(answer.readLines()[10] as int).isBetween(0, 9)
}
def commands = new File(basedir, 'target/commands.tcl')
commands.text = 'foreach name {add_files set_top} { proc $name args "puts \\"$name \\$args\\"" }\n' +
    new File(basedir, 'add_network.tcl').text
def added = run('tcl', basedir, ['tclsh', 'target/commands.tcl'])
if (added != null) {
    assertThat(added).contains('add_files fpga/cnn/src/top.cpp', 'add_files -tb fpga/cnn/tb/golden.bin', 'set_top cnn')
    added.readLines().findAll { it.startsWith('add_files') }.each { line ->
        def file = line.split(' ').find { it.startsWith('fpga/') }
        assertThat(new File(basedir, file)).exists()
    }
}
true
