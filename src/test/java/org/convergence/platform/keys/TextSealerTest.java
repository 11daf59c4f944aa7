package org.convergence.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextSealerTest {

    @TempDir
    Path folder;

    @Test
    void opensOnlyAtItsPlace() {
        var sealing = new TextSealer(new KeyFolder(folder.resolve("keys")));
        String sealed = sealing.seal("https://exemple.org/secret.ics", "plan.calendar_source/1");
        assertThat(sealed).doesNotContain("secret");
        assertThat(sealing.seal("https://exemple.org/secret.ics", "plan.calendar_source/1"))
                .isNotEqualTo(sealed);
        assertThat(sealing.open(sealed, "plan.calendar_source/1")).contains("https://exemple.org/secret.ics");
        assertThat(sealing.open(sealed, "plan.calendar_source/2")).isEmpty();
        assertThat(sealing.open("damaged *", "plan.calendar_source/1")).isEmpty();
    }

    @Test
    void opensOnlyUnderItsKeys() throws Exception {
        KeyFolder keys = new KeyFolder(folder.resolve("keys"));
        var sealing = new TextSealer(keys);
        String sealed = sealing.seal("secret", "a");
        Path aside = Files.move(keys.path().resolve("ring.json"), folder.resolve("aside.json"));
        var restored = new TextSealer(keys);
        assertThat(restored.open(sealed, "a")).isEmpty();
        Files.move(aside, keys.path().resolve("ring.json"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(restored.open(sealed, "a")).contains("secret");
    }
}
