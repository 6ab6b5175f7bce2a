import groovy.json.JsonSlurper
import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').getText('UTF-8')
assertThat(log).contains('Exploring 48 points', 'Pareto front of', 'Best: point', '<configuration>', '<precision>ap_fixed&lt;16,8&gt;</precision>')
// Both trainings and both fine-tunings, each once.
assertThat(log.findAll(/training of lenet, seed 1: epoch 2 of 2/)).hasSize(2)
assertThat(log.findAll(/fine-tuning to auto:4: epoch 1 of 1/)).hasSize(2)

def explore = new File(basedir, 'target/mnist-hls/explore')
def results = new JsonSlurper().parse(new File(explore, 'results.json'))
assertThat(results.points).hasSize(48)
assertThat(results.points.findAll { it.status == 'open' }).isEmpty()
assertThat(new File(explore, 'results.csv').readLines()).hasSize(49)
assertThat(new File(explore, 'index.html')).exists()
true
