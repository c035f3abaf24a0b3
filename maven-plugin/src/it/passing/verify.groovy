String log = new File(basedir, 'build.log').text

assert log =~ /1 endpoint, /
assert new File(basedir, 'target/error-hygiene/index.html').text.contains('/orders/{id}')
assert !log.contains('[ERROR]')
