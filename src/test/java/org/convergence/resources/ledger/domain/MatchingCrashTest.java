package org.convergence.resources.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convergence.resources.ledger.LedgerFixture.DAY;
import static org.convergence.resources.ledger.LedgerFixture.invoice;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.resources.ledger.AccountId;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A crash while lines are tied: each line is complete, tied or open, and the rest is tied afterwards. */
@ModuleTest
class MatchingCrashTest {

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private InvoiceService invoicing;

    @Autowired
    private BankLineMatchingService matching;

    @Autowired
    private BookAccountService accounts;

    @Autowired
    private TestDatabase database;

    @Autowired
    private JdbcClient db;

    @AfterEach
    void removeCrashTrigger() throws SQLException {
        asOwner("DROP TRIGGER IF EXISTS cut ON resources.ledger_allocation");
    }

    @Test
    void tiesRestAfterCrash() throws Exception {
        visitors.ensureOrganisation();
        String mark = UUID.randomUUID().toString().substring(0, 12);
        String name = "Local " + mark;
        db.sql("UPDATE resources.ledger_bank_line SET state = 'ASIDE', aside = 'TRANSFER' WHERE state = 'OPEN'")
                .update();
        OrganisationId union = as(() -> people.findOrCreateOrganisation(name));
        AccountId bank = as(() -> accounts.addBank("K" + mark, "Compte courant"));
        for (int i = 1; i <= 3; i++) {
            String amount = i + "11.11";
            as(() -> invoicing.issue(invoice(union, amount, DAY.plusDays(30), null)));
            db.sql("""
                            INSERT INTO resources.ledger_bank_line
                                (id, bank, day, currency, amount, text, fingerprint, occurrence)
                            VALUES (?, ?, ?, 'CAD', ?, ?, ?, 1)
                            """)
                    .params(Ids.next(), bank.value(), DAY.plusDays(20 + i), new BigDecimal(amount), name, amount + mark)
                    .update();
        }
        asOwner("""
                CREATE OR REPLACE FUNCTION public.cut() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'the power is cut'; END $$""");
        asOwner("CREATE TRIGGER cut BEFORE INSERT ON resources.ledger_allocation FOR EACH ROW"
                + " WHEN (NEW.amount = 211.11) EXECUTE FUNCTION public.cut()");
        assertThatThrownBy(() -> as(matching::acceptCertain)).hasMessageContaining("the power is cut");
        assertThat(paid(union)).isEqualTo(1);
        assertThat(tied(bank)).isEqualTo(1);
        asOwner("DROP TRIGGER cut ON resources.ledger_allocation");
        assertThat(as(matching::acceptCertain).lines()).isEqualTo(2);
        assertThat(paid(union)).isEqualTo(3);
        assertThat(tied(bank)).isEqualTo(3);
    }

    private int paid(OrganisationId union) {
        return db.sql("SELECT count(*) FROM resources.ledger_payment WHERE organisation = ?")
                .param(union.value())
                .query(Integer.class)
                .single();
    }

    private int tied(AccountId bank) {
        return db.sql("SELECT count(*) FROM resources.ledger_bank_line WHERE bank = ? AND state = 'TIED'")
                .param(bank.value())
                .query(Integer.class)
                .single();
    }

    private <T> T as(Callable<T> work) throws Exception {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::call);
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = database.owner().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
