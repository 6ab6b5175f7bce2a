import io.github.mnisthls.it.MavenBuild
import static org.assertj.core.api.Assertions.assertThat

def mavens = new File(basedir, '../../maven-versions').listFiles().findAll { new File(it, 'bin/mvn').exists() }.sort()
mavens.each { new File(it, 'bin/mvn').setExecutable(true) }
assertThat(mavens).hasSize(3)
// Debian's folder for JDKs; the one of this build is among the tried ones in any case.
def jdks = ([new File(System.getProperty('java.home'))] + (new File('/usr/lib/jvm').listFiles() ?: []).toList())
    .findAll { new File(it, 'bin/javac').exists() }.collect { it.canonicalFile }.unique().sort()

def first = null
def build = { File maven, File jdk ->
    new File(basedir, 'target').deleteDir()
    def result = new MavenBuild(basedir, localRepositoryPath, outerRepository).withMaven(maven)
        .with('JAVA_HOME', jdk.path).run('verify', '-Dmaven.plugin.validation=VERBOSE')
    assertThat(result.succeeded()).as(maven.name + ', ' + jdk.name + ':\n' + result.log()).isTrue()
    assertThat(result.log()).contains('0 differing')
    // Maven tells of plugins that will not work with its next release.
    assertThat(result.log().readLines().findAll { it.startsWith('[WARNING]') && it.contains('mnist-hls') }).isEmpty()
    def zip = new File(basedir, 'target/minimal-1.0-hls.zip').bytes
    first = first ?: zip
    assertThat(zip).as('zip of ' + maven.name + ', ' + jdk.name).isEqualTo(first)
    println 'TRIED ' + maven.name + ' on ' + jdk.name
}
mavens.each { build(it, new File(System.getProperty('java.home'))) }
jdks.each { build(mavens[1], it) }
true
