String log = new File(basedir, 'build.log').text

// The file in the project's root counts: another status fits, and the build does not fail.
assert log =~ /\[WARNING\] .*uncaught-exception .* 500 where 409 fits/
assert !log.contains('[ERROR]')

// What the source asks not to be told is not told, but stays visible.
assert log.contains(', 1 suppressed')
assert !(log =~ /\[WARNING\] .*uncaught-exception .*old-orders/)
File reports = new File(basedir, 'target/error-hygiene')
assert new File(reports, 'index.html').text.contains('old clients know 500 only')
assert new File(reports, 'error-hygiene.sarif').text.contains('"inSource"')
