import io.github.mnisthls.it.TinyDataset

TinyDataset.write(new File(basedir, 'dataset').toPath())
def model = '/io/github/mnisthls/loading/onnx/models/digits/'
['model.onnx': 'digits.onnx', 'input_0.pb': 'test_data/input_0.pb', 'output_0.pb': 'test_data/output_0.pb'].each {
    def file = new File(basedir, it.value)
    file.parentFile.mkdirs()
    file.bytes = TinyDataset.getResourceAsStream(model + it.key).bytes
}
new File(basedir, 'quantized.onnx').bytes =
        TinyDataset.getResourceAsStream('/io/github/mnisthls/loading/onnx/quantized/qcdq/model.onnx').bytes
// The same with one output that differs in its highest bits.
def other = new File(basedir, 'other_data')
other.mkdirs()
new File(other, 'input_0.pb').bytes = new File(basedir, 'test_data/input_0.pb').bytes
def output = new File(basedir, 'test_data/output_0.pb').bytes
output[output.length - 1] = (byte) (output[output.length - 1] ^ 0x80)
new File(other, 'output_0.pb').bytes = output
true
