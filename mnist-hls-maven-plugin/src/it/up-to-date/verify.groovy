import io.github.mnisthls.it.MavenBuild
import static org.assertj.core.api.Assertions.assertThat

def work = new File(basedir, 'target/mnist-hls')
def maven = new MavenBuild(basedir, localRepositoryPath, outerRepository)
def run = { String... arguments ->
    def result = maven.run(arguments)
    assertThat(result.succeeded()).as(result.log()).isTrue()
    return result.log()
}
// Name, time and contents of everything that a build made.
def state = { File folder ->
    def files = new TreeMap()
    folder.eachFileRecurse(groovy.io.FileType.FILES) {
        files[folder.toPath().relativize(it.toPath()).toString()] = [it.lastModified(), it.bytes.encodeHex().toString()]
    }
    return files
}
def contents = { File folder -> state(folder).collectEntries { name, file -> [name, file[1]] } }
def steps = ['train', 'quantize', 'plan', 'generate', 'package', 'csim', 'report']
def ran = { String log -> steps.findAll { log =~ /(?m)^\[INFO] $it: \d/ } }

assertThat(ran(new File(basedir, 'build.log').text)).isEqualTo(steps)

// Nothing changed: no step runs, no file is written, and the zip is attached all the same.
def before = state(work)
def log = run('verify')
assertThat(ran(log)).isEmpty()
(steps - 'plan').each { assertThat(log).contains(it + ': up to date') }
assertThat(state(work)).isEqualTo(before)
assertThat(log).contains('Attached ' + new File(basedir, 'target/up-to-date-1.0-hls.zip'))

// Another clock: everything from generation on, but no training.
log = run('verify', '-Dmnist-hls.clockPeriodNs=8')
assertThat(ran(log)).isEqualTo(['plan', 'generate', 'package', 'csim', 'report'])
assertThat(log).contains('train: up to date', 'quantize: up to date', 'clockPeriodNs changed (10.0 -> 8.0)')
assertThat(state(new File(work, 'model'))).isEqualTo(before.findAll { it.key.startsWith('model/') }
    .collectEntries { [it.key.substring('model/'.length()), it.value] })

// Edited and lost outputs are noticed and mended.
def hls = new File(work, 'hls')
def generated = contents(hls)
new File(hls, 'Makefile') << '# edited\n'
assertThat(new File(work, 'weights/manifest.json').delete()).isTrue()
log = run('mnist-hls:generate', '-Dmnist-hls.clockPeriodNs=8')
assertThat(log).contains('output manifest.json is missing').doesNotContain('train: ')
assertThat(contents(hls)).isEqualTo(generated)
assertThat(new File(work, 'weights/manifest.json')).exists()

// Forced: the goal's own step, whether it is up to date or not.
log = run('mnist-hls:generate', '-Dmnist-hls.clockPeriodNs=8', '-Dmnist-hls.force')
assertThat(ran(log)).isEqualTo(['generate'])
assertThat(log).contains('generate: runs again because it is forced')
assertThat(contents(hls)).isEqualTo(generated)
true
