import static org.assertj.core.api.Assertions.assertThat

// The JVM of the outer build may not be able to name these folders: the shell lists them.
def list = new ProcessBuilder('find', '.', '-type', 'f').directory(basedir).start().inputStream.getText('UTF-8')
assertThat(list).contains(
    './größe und maß/日本 target/mnist-hls/report/index.html',
    './größe und maß/日本 target/paths-1.0-hls.zip',
    './Größe & Maß/hls/src/top.cpp')
assertThat(new File(basedir, 'build.log').getText('UTF-8')).contains('0 differing')
true
