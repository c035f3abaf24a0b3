File site = new File(basedir, 'target/site')

assert new File(site, 'error-hygiene/index.html').text.contains('/orders/{id}')
assert new File(site, 'project-reports.html').text.contains('error-hygiene/index.html')
