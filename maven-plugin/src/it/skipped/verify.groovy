assert new File(basedir, 'build.log').text.contains('Skipped: errorHygiene.skip is set')
assert !new File(basedir, 'target/error-hygiene').exists()
