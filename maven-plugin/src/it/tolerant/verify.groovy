assert new File(basedir, 'build.log').text.contains('(errorHygiene.failOnViolation is false)')

// Only the format that was asked for.
def output = new File(basedir, 'target/error-hygiene')
assert output.listFiles().findAll { it.file }*.name == ['error-hygiene.json']
// What was read is kept for the next run.
assert new File(output, 'cache').list().length == 1
