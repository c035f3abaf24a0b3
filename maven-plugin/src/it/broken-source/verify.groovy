String log = new File(basedir, 'build.log').text

// What can be read is judged, what cannot is counted.
assert log.contains('] uncaught-exception ')
assert log.contains('understood: 2 of 3 files')
assert !log.contains('\tat ')
