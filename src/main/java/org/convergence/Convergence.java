package org.convergence;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: one process that serves the pages, runs the jobs and keeps its own database. */
@SpringBootApplication
public class Convergence {

    public static void main(String[] args) {
        SpringApplication.run(Convergence.class, args);
    }
}
