package org.convergence.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.command.Command.Terminal;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are exported under a passphrase, and once imported open data sealed before. */
class KeysTest {

    private static final String PASSPHRASE = "quatre moulins sous la pluie";
    private static final byte[] ABOUT = "a person at risk".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path place;

    @Test
    void recoveryFileOpensSealedData() throws Exception {
        KeyFolder folder = folder("keys");
        Path file = place.resolve("recovery.json");
        exportByCommand(folder, file, PASSPHRASE);
        byte[] sealed = aead(folder).encrypt("Ixchel".getBytes(StandardCharsets.UTF_8), ABOUT);

        KeyFolder elsewhere = folder("elsewhere");
        assertThat(load(elsewhere, file, PASSPHRASE)).startsWith("Clés remises");
        assertThat(aead(elsewhere).decrypt(sealed, ABOUT))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("Ixchel");
        assertThat(load(elsewhere, file, PASSPHRASE)).contains("déjà");
    }

    @Test
    void keyFileIsReadableByItsAccountOnly() throws Exception {
        KeyFolder folder = folder("keys");
        Path file = place.resolve("recovery.json");
        export(folder, file);
        assertThat(mode(folder.path())).isEqualTo("rwx------");
        assertThat(mode(folder.path().resolve("ring.json"))).isEqualTo("rw-------");
        assertThat(mode(file)).isEqualTo("rw-------");
    }

    @Test
    void recoveryFileNeedsPassphrase() throws Exception {
        KeyFolder folder = folder("keys");
        Path file = place.resolve("recovery.json");
        export(folder, file);
        assertThat(Files.readString(file)).doesNotContain(PASSPHRASE).doesNotContain("AesGcmKey\",\"value");
        assertRefused(() -> load(folder("elsewhere"), file, "quatre moulins sous la neige"), "keys.wrong-passphrase");

        RecoveryFile whole = RecoveryFile.read(file);
        new RecoveryFile(whole.format(), whole.iterations() + 1, whole.salt(), whole.sealing(), whole.index())
                .write(file);
        assertRefused(() -> load(folder("elsewhere"), file, PASSPHRASE), "keys.wrong-passphrase");
        assertThat(place.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void refusesShortPassphraseExistingAndInvalidFile() throws Exception {
        KeyFolder folder = folder("keys");
        assertRefused(() -> exportByCommand(folder, place.resolve("a.json"), "trop court"), "keys.passphrase-short");
        Path file = Files.writeString(place.resolve("b.json"), "{\"format\":1}");
        assertRefused(() -> exportByCommand(folder, file, PASSPHRASE), "keys.exists");
        assertRefused(() -> load(folder, file, PASSPHRASE), "keys.no-recovery-file");
        assertRefused(() -> load(folder, place.resolve("none.json"), PASSPHRASE), "keys.no-recovery-file");
    }

    @Test
    void setsReplacedKeysAside() throws Exception {
        KeyFolder mine = folder("mine");
        KeyFolder theirs = folder("theirs");
        byte[] sealed = aead(theirs).encrypt(ABOUT, ABOUT);
        Path file = place.resolve("recovery.json");
        export(mine, file);

        assertThat(load(theirs, file, PASSPHRASE)).contains("mises de côté");
        assertThatThrownBy(() -> aead(theirs).decrypt(sealed, ABOUT)).isInstanceOf(GeneralSecurityException.class);
        try (var files = Files.list(theirs.path())) {
            Path aside = files.filter(each -> String.valueOf(each.getFileName()).startsWith("ring-until-"))
                    .findFirst()
                    .orElseThrow();
            Files.move(aside, Files.createDirectory(place.resolve("again")).resolve("ring.json"));
        }
        assertThat(aead(folder("again")).decrypt(sealed, ABOUT)).isEqualTo(ABOUT);
    }

    @Test
    void reportsDamagedRingWithoutReplacingIt() throws Exception {
        KeyFolder folder = folder("keys");
        folder.open();
        Files.writeString(folder.path().resolve("ring.json"), "{}");
        assertRefused(folder::open, "keys.ring-damaged");
        assertThat(folder.path().resolve("ring.json")).hasContent("{}");
    }

    private interface Action {
        void run() throws Exception;
    }

    private static void assertRefused(Action action, String key) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }

    private KeyFolder folder(String name) {
        return new KeyFolder(place.resolve(name));
    }

    private static Aead aead(KeyFolder folder) throws GeneralSecurityException {
        return folder.open().sealing().getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static void export(KeyFolder folder, Path file) {
        RecoveryFile.of(folder.open(), PASSPHRASE, 1_000).write(file);
    }

    private static void exportByCommand(KeyFolder folder, Path file, String passphrase) {
        new ExportKeysCommand(folder).run(List.of(file.toString()), new PassphraseTerminal(passphrase));
    }

    private static String load(KeyFolder folder, Path file, String passphrase) {
        var terminal = new PassphraseTerminal(passphrase);
        new ImportKeysCommand(folder, Clock.systemUTC()).run(List.of(file.toString()), terminal);
        return String.join("\n", terminal.lines);
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** A terminal that gives a passphrase. */
    private static final class PassphraseTerminal implements Terminal {

        private final List<String> lines = new ArrayList<>();
        private final String passphrase;

        PassphraseTerminal(String passphrase) {
            this.passphrase = passphrase;
        }

        @Override
        public void print(String line) {
            lines.add(line);
        }

        @Override
        public Words words() {
            return Messages.load().in(Language.FRENCH, ZoneId.of("America/Toronto"));
        }

        @Override
        public String secret(String questionKey) {
            return passphrase;
        }
    }
}
