package org.convergence.plan.reading.domain;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.convergence.plan.reading.domain.text.WrittenFile;
import org.jspecify.annotations.Nullable;

/** A real plan, as published, which is not in the repository: the file named by {@code CONVERGENCE_REAL_PLAN}. */
final class RealPlan {

    private RealPlan() {}

    /** The file; without it the test is skipped with the reason. */
    static WrittenFile file() throws IOException {
        String property = System.getProperty("CONVERGENCE_REAL_PLAN");
        @Nullable String name = property == null ? System.getenv("CONVERGENCE_REAL_PLAN") : property;
        assumeTrue(name != null && !name.isBlank(), "skipped: CONVERGENCE_REAL_PLAN names no file");
        Path path = Path.of(String.valueOf(name));
        assumeTrue(Files.isReadable(path), "skipped: the file named by CONVERGENCE_REAL_PLAN cannot be read");
        return new WrittenFile("plan.txt", Files.readAllBytes(path));
    }
}
