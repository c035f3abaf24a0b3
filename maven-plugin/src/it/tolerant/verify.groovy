assert new File(basedir, 'build.log').text.contains('(errorHygiene.failOnViolation is false)')

// Only the format that was asked for.
assert new File(basedir, 'target/error-hygiene').list() as List == ['error-hygiene.json']
