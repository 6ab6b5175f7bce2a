import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'target/hls-packaging-1.0.zip')).isNotEmpty()
assertThat(new File(localRepositoryPath, 'org/example/hls-packaging/1.0/hls-packaging-1.0.zip')).isNotEmpty()
assertThat(new File(basedir, 'build.log').text).contains("1,000 logits compared with the emulator's, 0 differing")
true
