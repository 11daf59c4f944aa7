package org.convergence.directory.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;

/** The register beside the keys is unreadable: the first page reports it, and shows the rest. */
@ModuleTest
class DamagedRegisterTest extends ProtectionFixture {

    @Value("${convergence.database.data-dir}")
    private Path data = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"sealed", "forgotten"})
    void reportsUnreadableErasureRegisterAndHidesNothingElse(String name) throws Exception {
        Path file = data.resolve("keys/" + name + ".json");
        byte[] whole = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        try {
            Files.writeString(file, "{\"a\": ");
            assertThat(page(Role.COORDINATOR, "/").text()).contains(name + ".json est abîmé");
        } finally {
            if (whole.length == 0) {
                Files.delete(file);
            } else {
                Files.write(file, whole);
            }
        }
    }
}
