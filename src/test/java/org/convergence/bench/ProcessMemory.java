package org.convergence.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The memory of processes in megabytes, with shared pages divided among them (PSS). */
final class ProcessMemory {

    private static final double KILO = 1024;

    private ProcessMemory() {}

    static double of(ProcessHandle process) throws IOException {
        double sum = 0;
        for (ProcessHandle each :
                Stream.concat(Stream.of(process), process.descendants()).toList()) {
            Path file = Path.of("/proc", String.valueOf(each.pid()), "smaps_rollup");
            if (Files.isReadable(file)) {
                sum += Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("Pss:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KILO)
                        .sum();
            }
        }
        return sum;
    }
}
