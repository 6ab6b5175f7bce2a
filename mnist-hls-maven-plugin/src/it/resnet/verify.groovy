import groovy.json.JsonSlurper
import static org.assertj.core.api.Assertions.assertThat

def metrics = new JsonSlurper().parse(new File(basedir, 'target/mnist-hls/report/metrics.json'))
assertThat(metrics.csim.logitsCompared as int).isEqualTo(4 * (metrics.csim.images as int)).isPositive()
assertThat(metrics.csim.logitsDiffering).isEqualTo(0)
assertThat(metrics.accuracy.csim).isEqualTo(metrics.accuracy.quantized)
assertThat(metrics.accuracy.folded as double).isCloseTo(metrics.accuracy.float32 as double, org.assertj.core.api.Assertions.within(0.011d))

def top = new File(basedir, 'target/mnist-hls/hls/src/top.cpp').text
assertThat(top).contains('Duplicate<', 'AddStreams<Add1>', 'AddStreams<Add2>')
assertThat(new File(basedir, 'target/resnet-1.0-hls.zip')).isNotEmpty()
true
