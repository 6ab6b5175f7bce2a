import io.github.mnisthls.it.MavenBuild
import java.nio.channels.FileChannel
import java.nio.file.StandardOpenOption
import java.util.zip.ZipFile
import static org.assertj.core.api.Assertions.assertThat

// Four networks, trained at the same time; three of them have the same settings.
// Only the core for FuseSoC has the coordinates of its module.
def project = { String zip ->
    new ZipFile(new File(basedir, zip)).withCloseable { file ->
        file.stream().filter { !it.name.endsWith('fusesoc.core') }
            .collect { [it.name, file.getInputStream(it).bytes.encodeHex().toString()] }
    }
}
def left = project('left/target/left-1.0-hls.zip')
assertThat(left).isNotEmpty()
assertThat(project('right/target/right-1.0-hls.zip') == left).as('the same files in right').isTrue()
assertThat(project('both/target/both-1.0-hls.zip') == left).as('the same files in both').isTrue()
assertThat(project('both/target/both-1.0-second.zip') == left).as('another network').isFalse()

def maven = new MavenBuild(basedir, localRepositoryPath, outerRepository)
def refused = { String... arguments ->
    def result = maven.run(arguments)
    assertThat(result.succeeded()).as(result.log()).isFalse()
    return result.log()
}

// Two networks must become two artifacts ...
assertThat(refused('package', '-pl', 'both', '-Dsecond.classifier=hls')).contains(
    "<classifier> (-Dmnist-hls.classifier) is 'hls': the zip of", 'would replace that of',
    'Give each <execution> of the goal package a <classifier> of its own.')
assertThat(project('both/target/both-1.0-hls.zip') == left).as('the zip that was there').isTrue()

// ... and be made in two folders.
assertThat(refused('process-sources', '-pl', 'both', '-Dsecond.folder=' + basedir + '/both/target/mnist-hls')).contains(
    'Two goals of this build want different things of the work folder', "training.seed is '2'", "'1' for goal generate",
    '<workDirectory> (-Dmnist-hls.workDirectory)')

// Another process in the same folder.
def lock = new File(basedir, 'left/target/mnist-hls/.lock').toPath()
FileChannel.open(lock, StandardOpenOption.WRITE).withCloseable {
    assertThat(it.tryLock()).isNotNull()
    assertThat(refused('package', '-pl', 'left')).contains('Another build is using', 'Wait until it ends')
}

// A misspelled property that nothing uses is refused.
def pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replace('<mnist-hls.version>', '<mnist-hls.epoch>3</mnist-hls.epoch><mnist-hls.version>')
assertThat(refused('process-sources', '-pl', 'left')).contains("<properties> of the POM is 'mnist-hls.epoch'",
    "Did you mean 'mnist-hls.epochs'?")
true
