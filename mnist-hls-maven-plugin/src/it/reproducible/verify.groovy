import io.github.mnisthls.it.MavenBuild
import java.util.zip.ZipFile
import static org.assertj.core.api.Assertions.assertThat

def other = new File(basedir, 'another place')
new File(other, 'dataset').mkdirs()
new File(other, 'pom.xml').bytes = new File(basedir, 'pom.xml').bytes
new File(basedir, 'dataset').eachFile { new File(other, 'dataset/' + it.name).bytes = it.bytes }

def build = new MavenBuild(other, localRepositoryPath, outerRepository)
    .with('TZ', 'America/St_Johns')
    .with('JAVA_TOOL_OPTIONS', '-Duser.name=omar -Duser.language=ar -Duser.country=EG -Duser.timezone=America/St_Johns'
        + ' -XX:ActiveProcessorCount=3')
    .run('package', '-Dmnist-hls.trainingThreads=2')
assertThat(build.succeeded()).as(build.log()).isTrue()

def contents = { File folder ->
    def files = new TreeMap()
    folder.eachFileRecurse(groovy.io.FileType.FILES) {
        files[folder.toPath().relativize(it.toPath()).toString()] = it.bytes.encodeHex().toString()
    }
    return files
}
['hls', 'model/network'].each {
    def first = contents(new File(basedir, 'target/mnist-hls/' + it))
    assertThat(first).isNotEmpty()
    assertThat(contents(new File(other, 'target/mnist-hls/' + it))).as(it).isEqualTo(first)
}
def zip = new File(basedir, 'target/reproducible-1.0-hls.zip')
assertThat(new File(other, 'target/reproducible-1.0-hls.zip')).hasSameBinaryContentAs(zip)

def archive = new ZipFile(zip)
archive.entries().each {
    assertThat(it.timeLocal.toString()).as(it.name).isEqualTo('2026-02-03T04:05:06')
}
archive.close()
true
