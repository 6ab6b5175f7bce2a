import static org.assertj.core.api.Assertions.assertThat

// One part of the log for each build.
def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
def expected = [
    ['<precision> (-Dmnist-hls.precision)', "ap_fixed<0,0>"],
    ['<precision> (-Dmnist-hls.precision)', "ap_fixed<8>"],
    ['<precision> (-Dmnist-hls.precision)', "'float'"],
    ["The command line\'s -D is 'mnist-hls.epoch'", "Did you mean 'mnist-hls.epochs'?"],
    ['The work folder /proc/mnist-hls cannot be written', '<workDirectory> (-Dmnist-hls.workDirectory)'],
    ["<cxx> (-Dmnist-hls.cxx) is '/nowhere/g++': there is no such program", 'apt-get install g++'],
    ["<layers> is '<lstm>': there is no such layer", 'The layers are averagePool, batchNorm, conv'],
    ["<dense> in <layers> is 'bias': this layer has no such property", 'Its properties are name, units.'],
    ["is '<epoch>': no goal has this parameter", "Did you mean 'epochs'?"],
    ["layer 'conv1' is '9x9': the window is larger than its input 1x8x8"],
    ['truncated/t10k-images-idx3-ubyte cannot be used: its header [100, 8, 8] promises 6400 bytes of data, but there are 6399'],
    ['corrupted/t10k-images-idx3-ubyte.gz cannot be used: its gzip data is'],
    ['wrong-checksum/t10k-images-idx3-ubyte cannot be used: its SHA-256 is', 'SHA256SUMS says 000'],
    ['wrong-label/t10k-labels-idx1-ubyte cannot be used: label 17 is 4, but the network tells 4 classes, 0 to 3'],
    ["<dataset> (-Dmnist-hls.dataset) is", 'nowhere', 'it holds neither train-images-idx3-ubyte nor']
]

assertThat(builds).hasSize(expected.size())
expected.eachWithIndex { parts, i ->
    assertThat(builds[i]).as('build ' + (i + 1)).contains(parts as String[])
    assertThat(builds[i]).as('build ' + (i + 1)).doesNotContain('MojoExecutionException', 'NullPointer')
}
// Nothing half-written is left behind.
assertThat(new File(basedir, 'target/mnist-hls/.staging')).satisfiesAnyOf(
    { assertThat(it).doesNotExist() }, { assertThat(it).isEmptyDirectory() })
true
