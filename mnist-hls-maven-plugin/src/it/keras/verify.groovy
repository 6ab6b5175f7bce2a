import groovy.json.JsonSlurper
import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').getText('UTF-8')
assertThat(log).contains('conv-1 (Conv2D)', '1conv (BatchNormalization)')
assertThat(log).containsPattern('Compared with .*data.npz: 1 images')

def metrics = new JsonSlurper().parse(new File(basedir, 'target/mnist-hls/report/metrics.json'))
assertThat(metrics.csim.logitsCompared as int).isEqualTo(4 * (metrics.csim.images as int)).isPositive()
assertThat(metrics.csim.logitsDiffering).isEqualTo(0)
assertThat(new File(basedir, 'target/mnist-hls/hls/src/config.hpp').getText('UTF-8'))
        .contains("conv-1 (Conv2D) in the model's file")
true
