package org.convergence;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.convergence.platform.command.CommandLine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The application: one process that serves the pages, runs the jobs and keeps its own database. */
@SpringBootApplication
// As Spring Boot's own, but for names that are unique, and without the classes of templates, a third of all.
@ComponentScan(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        resourcePattern = "**/{file:(?!Jte).*}.class",
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class)
        })
public class Convergence {

    public static void main(String[] args) {
        if (CommandLine.isCommand(args)) {
            System.exit(CommandLine.run(Convergence.class, args));
        }
        SpringApplication.run(Convergence.class, args);
        releaseMemoryOfStart();
    }

    /**
     * Gives memory back to a small machine: a start leaves nearly as much garbage as it keeps, and is fast only with room
     * for it (see {@code scripts/java.options}). From here on, at most a tenth of the heap is free.
     */
    private static void releaseMemoryOfStart() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        machine.setVMOption("MinHeapFreeRatio", "5");
        machine.setVMOption("MaxHeapFreeRatio", "10");
        System.gc();
    }

    /**
     * The only clock: code asks it for the time, so that a test or a rehearsal can move it.
     *
     * @param offset how far it is ahead of the system's, or behind
     * @throws IllegalStateException if it is moved anywhere but on localhost
     */
    @Bean
    Clock clock(@Value("${convergence.clock-offset}") Duration offset, @Value("${convergence.base-url}") URI baseUrl) {
        if (!offset.isZero() && !"localhost".equals(baseUrl.getHost())) {
            throw new IllegalStateException(
                    "CONVERGENCE_CLOCK_OFFSET moves the clock only where CONVERGENCE_BASE_URL is on localhost");
        }
        return offset.isZero() ? Clock.systemUTC() : Clock.offset(Clock.systemUTC(), offset);
    }
}
