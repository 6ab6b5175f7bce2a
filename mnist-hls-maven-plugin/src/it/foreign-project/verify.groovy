import groovy.json.JsonSlurper
import static org.assertj.core.api.Assertions.assertThat

def metrics = new JsonSlurper().parse(new File(basedir, 'target/mnist-hls/report/metrics.json'))
assertThat(metrics.accuracy.float32 as double).isGreaterThan(0.95d)
assertThat(metrics.accuracy.csim).isEqualTo(metrics.accuracy.quantized)
assertThat(metrics.csim.logitsCompared).isEqualTo(100000)
assertThat(metrics.csim.logitsDiffering).isEqualTo(0)

assertThat(new File(basedir, 'target/foreign-project-1.0-hls.zip')).isNotEmpty()
assertThat(new File(basedir, 'build.log').text).contains('float32', 'quantized', 'csim', "100,000 logits compared with the emulator's, 0 differing")
true
