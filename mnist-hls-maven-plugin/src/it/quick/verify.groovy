import groovy.json.JsonSlurper
import io.github.mnisthls.it.MavenBuild
import static org.assertj.core.api.Assertions.assertThat

def work = new File(basedir, 'target/mnist-hls')
def maven = new MavenBuild(basedir, localRepositoryPath, outerRepository)
def run = { String... arguments ->
    def result = maven.run(arguments)
    assertThat(result.succeeded()).as(result.log()).isTrue()
    return result.log()
}
def epochs = { new JsonSlurper().parse(new File(work, 'report/metrics.json')).training.epochs }

def quick = epochs()
assertThat(quick).isEqualTo(5)

// A goal that is called alone takes what is there, says so, and says how to get the other.
def log = run('mnist-hls:report')
assertThat(log).contains("train: keeps the model that is there: ${quick} epochs on", 'such as verify, or -Dmnist-hls.quick=false trains again.')
    .doesNotContain('Epoch ', 'epoch 1')
assertThat(epochs()).isEqualTo(quick)

// A build of a phase trains what the POM says.
run('verify')
assertThat(epochs()).isEqualTo(7)

// No quick build throws that away.
log = run('verify', '-Dmnist-hls.quick')
assertThat(log).contains('train: keeps the model that is there: 7 epochs on', 'mnist-hls:clean-model removes it.')
assertThat(epochs()).isEqualTo(7)
true
