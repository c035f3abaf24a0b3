package io.github.errorhygiene.cost;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/**
 * What a process has used.
 *
 * @param cpu nanoseconds of all its threads, the compiler's and the garbage collector's included
 * @param heap bytes, the sum of the pools' peaks
 * @param lines of source
 */
record Usage(long cpu, long heap, long lines) {
  private static final String MARK = "usage ";

  /** Tells the process that forked this one; to be called last. */
  static void tell(long lines) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long heap = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      heap += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
    }
    System.out.println(MARK + system.getProcessCpuTime() + " " + heap + " " + lines);
  }

  /** What a process told. */
  static Usage of(String output) {
    String[] numbers =
        output.substring(output.lastIndexOf(MARK) + MARK.length()).strip().split(" ");
    return new Usage(
        Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
  }

  double seconds() {
    return cpu / 1e9;
  }
}
