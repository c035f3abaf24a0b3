assert new File(basedir, 'build.log').text.contains('Nothing to analyse: no Java sources')
assert !new File(basedir, 'target/error-hygiene').exists()
