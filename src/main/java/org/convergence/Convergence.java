package org.convergence;

import java.time.Clock;
import org.convergence.platform.command.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The application: one process that serves the pages, runs the jobs and keeps its own database. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Convergence {

    public static void main(String[] args) {
        if (CommandLine.isCommand(args)) {
            System.exit(CommandLine.run(Convergence.class, args));
        }
        SpringApplication.run(Convergence.class, args);
    }

    /** The only clock: all code reads the time from this bean, so that a test can set it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
