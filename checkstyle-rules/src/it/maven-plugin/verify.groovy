for (run in ['default', '12.3.1']) {
  for (turn in ['first', 'second']) {
    def result = new groovy.xml.XmlSlurper().parse(new File(basedir, "target/${run}-${turn}.xml"))
    def errors = result.file.error
    assert errors.size() == 3 : "${run} ${turn}: ${errors*.@message}"
    assert errors.every { it.@line == '8' && it.@column == '10' && it.parent().@name.text().endsWith('Orders.java') }
    assert errors*.@severity*.text().sort() == ['error', 'warning', 'warning']
    println "Checkstyle ${result.@version}, ${turn} run: ${errors.size()} findings"
  }
}
