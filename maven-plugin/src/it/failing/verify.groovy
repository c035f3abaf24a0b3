String log = new File(basedir, 'build.log').text
File controller = new File(basedir, 'src/main/java/com/acme/OrderController.java')

// The finding, with the absolute path that IDEs turn into a link.
assert log.contains('[ERROR] ' + controller.canonicalPath + ':[')
assert log.contains('] uncaught-exception ')

// The failure is a finding's, not a fault's: one short message that says where to read on.
assert log.contains('1 finding of severity error: see ')
assert !log.contains('MojoExecutionException')

File reports = new File(basedir, 'target/error-hygiene')
assert new File(reports, 'index.html').text.contains('OrderMissing')
assert new File(reports, 'error-hygiene.json').text.contains('"uncaught-exception"')
assert new File(reports, 'error-hygiene.sarif').text.contains('"2.1.0"')
