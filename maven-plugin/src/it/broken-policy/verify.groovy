String log = new File(basedir, 'build.log').text
String file = new File(basedir, 'ours.yml').canonicalPath

// All mistakes at once, each with its place and what was probably meant, and no stack trace.
assert log.contains(file + ":1:1: unknown key 'invalid-imput'; did you mean invalid-input?")
assert log.contains(file + ":3:3: there is no rule 'uncaught'; did you mean uncaught-exception?")
assert !log.contains('\tat ')
assert !new File(basedir, 'target/error-hygiene').exists()
