import groovy.json.JsonSlurper
import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').getText('UTF-8')
assertThat(log).contains('/features/0/Conv (Conv)', '1pool (MaxPool)', 'parameters')
assertThat(log).containsPattern('Compared with .*test_data: 1 images')
assertThat(log).containsPattern('<modelTestData> .* is .*other_data.*output 3 of image 0 in other_data is')
assertThat(log).contains('brings its own layers')

def metrics = new JsonSlurper().parse(new File(basedir, 'target/mnist-hls/report/metrics.json'))
assertThat(metrics.csim.logitsCompared as int).isEqualTo(4 * (metrics.csim.images as int)).isPositive()
assertThat(metrics.csim.logitsDiffering).isEqualTo(0)
assertThat(new File(basedir, 'target/mnist-hls/hls/src/config.hpp').getText('UTF-8'))
        .contains("; /features/0/Conv (Conv) in the model's file", '\u5168\u8fde\u63a5 (Gemm)')
        .doesNotContain('scale (Div)')
assertThat(new File(basedir, 'target/mnist-hls/report/index.html').getText('UTF-8')).contains('/features/0/Conv (Conv)')

def quantized = new File(basedir, 'target/quantized/mnist-hls')
def ofQuantized = new JsonSlurper().parse(new File(quantized, 'report/metrics.json'))
assertThat(ofQuantized.csim.logitsCompared as int).isEqualTo(10 * (ofQuantized.csim.images as int)).isPositive()
assertThat(ofQuantized.csim.logitsDiffering).isEqualTo(0)
assertThat(new File(quantized, 'hls/src/config.hpp').getText('UTF-8'))
        .contains('using Weight = ap_fixed<6, 1, AP_RND_CONV, AP_SAT>;', 'using Weight = ap_fixed<8, 4, AP_RND_CONV, AP_SAT>;')
        .contains('using Input = ap_ufixed<4, 1, AP_RND_CONV, AP_SAT>;', 'using Input = ap_fixed<8, 7, AP_RND_CONV, AP_SAT>;')
true
