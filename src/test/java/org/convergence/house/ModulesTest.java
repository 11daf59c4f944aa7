package org.convergence.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.convergence.Convergence;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules use what they declare, in one direction, and only each other's surface. */
class ModulesTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");

    @Test
    void everyModuleStaysWithinWhatItDeclares() {
        ApplicationModules.of(Convergence.class).verify();
    }

    /** A description in the test tree would hide the module's own from the check above. */
    @Test
    void noTestPackageHidesTheDescriptionOfAModule() throws IOException {
        try (Stream<Path> files = Files.walk(TEST)) {
            assertThat(files.filter(file -> file.endsWith("package-info.java"))
                            .map(file -> MAIN.resolve(TEST.relativize(file)))
                            .filter(Files::exists))
                    .isEmpty();
        }
    }
}
