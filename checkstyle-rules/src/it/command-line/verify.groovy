for (version in ['9.3', '10.26.1', '12.3.1']) {
  def lines = new File(basedir, "checkstyle-${version}.txt").readLines()
  assert lines.size() == 4 : "Checkstyle ${version}: ${lines}"
  assert lines[0].startsWith('Starting audit') && lines[3].startsWith('Audit done')
  assert lines[1..2].every { it.contains('Orders.java:8:10: ') }
  assert lines.any { it.startsWith('[ERROR] ') && it.contains('OrderMissing leaves GET /orders/{id} uncaught') }
  assert lines.any { it.startsWith('[WARN] ') && it.contains('without a request id') }
  println "Checkstyle ${version}: 2 findings"
}
