import static org.assertj.core.api.Assertions.assertThat

def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assertThat(builds[0]).contains('mnist-hls:clean-model', 'workDirectory (Default: ${project.build.directory}/mnist-hls)')
// Parameters stand by what they are about, each once, however many goals take it.
def titles = ['NETWORK AND DATA', 'TRAINING', 'PRECISION', 'HARDWARE PLAN', 'GENERATED PROJECT',
    'C SIMULATION AND AMD TOOLS', 'EVERY GOAL']
assertThat(builds[0]).containsSubsequence(titles.collect { '\n' + it + '\n' })
assertThat(builds[0].split('\n  epochs ').length).isEqualTo(2)
assertThat(builds[0]).containsSubsequence('\nTRAINING\n', '\n  epochs ', '\nPRECISION\n')
assertThat(builds[1]).contains('Removed the trained model and its checkpoints')
assertThat(builds[2]).contains('Skipped: mnist-hls.skip is set').doesNotContain('Removed')
true
