import io.github.mnisthls.it.MavenBuild
import static org.assertj.core.api.Assertions.assertThat

def work = new File(basedir, 'target/mnist-hls')
def maven = new MavenBuild(basedir, localRepositoryPath, outerRepository)
def run = { boolean success, String... arguments ->
    def result = maven.run(arguments)
    assertThat(result.succeeded()).as(result.log()).isEqualTo(success)
    return result.log()
}

// No simulation without tests, not by a later goal either; all else is made.
assertThat(new File(basedir, 'build.log').text).contains('Skipped: skipTests is set')
assertThat(new File(work, 'csim')).doesNotExist()
assertThat(new File(basedir, 'target/manners-1.0-hls.zip')).exists()

// A failing simulation fails the build, unless failures are ignored.
def log = run(false, 'verify', '-Dflags=-no-such-flag')
assertThat(log).contains('the generated project does not compile', '-no-such-flag', '<cxx> (-Dmnist-hls.cxx)')
log = run(true, 'verify', '-Dflags=-no-such-flag', '-Dmaven.test.failure.ignore')
assertThat(log).contains('does not compile', 'The build continues: maven.test.failure.ignore is set')

// Quiet is quiet.
assertThat(run(true, '-q', 'verify').replaceAll('\u001b\\[[0-9;]*m', '').trim()).isEmpty()
assertThat(new File(work, 'csim')).isDirectory()

// Skipped is skipped, by all goals.
log = run(true, 'verify', '-Dmnist-hls.skip', '-Dmnist-hls.clockPeriodNs=8')
assertThat(log.count('Skipped: mnist-hls.skip is set')).isEqualTo(6)

// One goal can be skipped by itself.
log = run(true, 'mnist-hls:train', '-Dmnist-hls.train.skip', '-Dmnist-hls.workDirectory=target/none')
assertThat(log).contains('Skipped: mnist-hls.train.skip is set')
assertThat(new File(basedir, 'target/none')).doesNotExist()
true
