package org.convergence.plan.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.plan.filing.FiledFile.FiledFileKind;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.redaction.NameSpellings;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A module files what it likes: here an account to a funder, which has no plan and no audience. */
@ModuleTest
class FilingsTest {

    private record AccountId(UUID value) implements Identifier {}

    private static final Json FACTS = Json.of(Map.of("account", "Subvention", "contact", "Le bureau"));

    @Autowired
    private JdbcClient db;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private Clock clock;

    @Autowired
    private TestUsers users;

    @Autowired
    private TransactionTemplate transaction;

    private final AccountId account = new AccountId(Ids.next());

    @BeforeEach
    void prepareOrganisation() {
        users.ensureOrganisation();
    }

    @Test
    void freezesFactsAndTheFilesMadeFromThem() {
        file();
        Filings.FiledFacts filing = filings("account").find(account).orElseThrow();
        assertThat(filing.facts()).isEqualTo(FACTS);
        assertThat(filing.on()).isEqualTo(settings.today());
        assertThat(bytes(FiledFileKind.PDF)).isEqualTo("Le bureau");
        assertThat(filings("account").findFile(account, FiledFileKind.WORD)).isEmpty();
    }

    @Test
    void aFilingOfOneTypeIsUnknownToOthers() {
        file();
        assertThat(filings("account").isFiled(account)).isTrue();
        assertThat(filings("report").isFiled(account)).isFalse();
        assertThat(filings("report").find(account)).isEmpty();
        assertThat(filings("report").findFile(account, FiledFileKind.PDF)).isEmpty();
        assertThat(filings("report").findIds()).doesNotContain(account.value());
    }

    @Test
    void filesOnce() {
        file();
        assertThatThrownBy(this::file).isInstanceOf(DataAccessException.class).hasMessageContaining("never changed");
    }

    @Test
    void refusesFilesWithoutFiling() {
        assertThatThrownBy(() -> in(() -> db.sql("SELECT plan.filing_add_file(?, 'PDF', 'x')")
                        .param(account.value())
                        .query((row, n) -> true)
                        .list()))
                .hasMessageContaining("filing_file_filing_fk");
    }

    @Test
    void cutsALargeFileAndPutsItTogether() {
        String large = "é".repeat(400_000);
        file(Json.of(Map.of("contact", large)));
        assertThat(bytes(FiledFileKind.PDF)).isEqualTo(large);
    }

    @Test
    void removesANameFromFactsAndFilesAndKeepsTheHashes() {
        file(Json.of(Map.of("account", "Subvention", "contact", "Ginette Ouellet")));
        String before = filings("account")
                .findFile(account, FiledFileKind.PDF)
                .orElseThrow()
                .sha256();
        assertThat(in(() -> replaceName())).isTrue();
        assertThat(bytes(FiledFileKind.PDF)).isEqualTo("Colibri");
        assertThat(bytes(FiledFileKind.FACTS)).contains("Subvention").doesNotContain("Ouellet");
        assertThat(filings("account").findRenamed(account))
                .filteredOn(each -> each.kind() == FiledFileKind.PDF)
                .singleElement()
                .satisfies(each -> assertThat(each.wasSha256()).isEqualTo(before));
        assertThat(in(() -> replaceName())).isFalse();
    }

    private boolean replaceName() {
        NameSpellings names = NameSpellings.of(List.of("Ginette Ouellet"));
        return filings("account").replaceIn(account.value(), text -> names.replace(text, "Colibri"), "Colibri");
    }

    private void file() {
        file(FACTS);
    }

    private void file(Json facts) {
        in(() -> {
            filings("account").file(account, 1, facts);
            return true;
        });
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private String bytes(FiledFileKind kind) {
        return new String(
                filings("account").findFile(account, kind).orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    private Filings<AccountId> filings(String type) {
        return new Filings<>(
                db,
                settings,
                clock,
                type,
                "cooperation.account/facts",
                facts -> Map.of(
                        FiledFileKind.PDF,
                        facts.node().path("contact").asString().getBytes(StandardCharsets.UTF_8)));
    }
}
