def jdk = new File('@newer.jdk@'.startsWith('@') ? (System.getProperty('newer.jdk') ?: '') : '@newer.jdk@')
def java = new File(jdk, 'bin/java')
if (!java.canExecute()) {
  println "Checkstyle 13 and 14 are left out: no JDK in '${jdk}'; name one, 21 or newer, by -Dnewer.jdk=..."
}
return java.canExecute()
