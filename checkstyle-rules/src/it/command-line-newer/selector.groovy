def java = new File(newerJdk, 'bin/java')
if (!java.canExecute()) {
  println "Left out: there is no ${java}; name a JDK 21 or newer by -Dnewer.jdk=..."
}
return java.canExecute()
