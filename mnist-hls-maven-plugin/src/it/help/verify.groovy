import static org.assertj.core.api.Assertions.assertThat

def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assertThat(builds[0]).contains('mnist-hls:clean-model', 'workDirectory (Default: ${project.build.directory}/mnist-hls)')
assertThat(builds[1]).contains('Removed the trained model and its checkpoints')
assertThat(builds[2]).contains('Skipped: mnist-hls.skip is set').doesNotContain('Removed')
true
