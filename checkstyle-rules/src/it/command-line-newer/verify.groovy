for (version in ['13.11.0', '14.4.0']) {
  def lines = new File(basedir, "checkstyle-${version}.txt").readLines()
  assert lines.first().startsWith('Starting audit') && lines.last().startsWith('Audit done')
  def findings = lines[1..-2]
  assert findings.every { it.contains('Orders.java:8:10: ') }
  assert findings.count { it.startsWith('[ERROR] ') && it.contains('OrderMissing leaves GET /orders/{id} uncaught') } == 1
  assert findings.collect { (it =~ /^\[(\w+)\].*\[(.+)\]$/)[0][1, 2] } as Set == [
      ['ERROR', 'uncaught-exception'], ['WARN', 'missing-catch-all'], ['WARN', 'missing-request-id']] as Set : "Checkstyle ${version}: ${lines}"
  println "Checkstyle ${version}: ${findings.size()} findings"
}
