package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is on a paper in the hand is found by the one search field: a number, a reference, a name. */
@ModuleTest
class ExampleSearchTest {

    @Autowired
    private ExampleFixture example;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void itIsEntered() {
        example.ensure();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /resources/ledger/invoices/   | SELECT i.id, concat_ws('-', i.series, lpad(i.sequence::text, 4, '0')) AS said FROM resources.ledger_invoice i
            /resources/ledger/payments/   | SELECT id, reference AS said FROM resources.ledger_payment WHERE reference ~ '[0-9]{3}'
            /outreach/assembly/resolutions/| SELECT r.id, concat(m.series, '-', lpad(r.sequence::text, 2, '0')) AS said FROM outreach.assembly_resolution r JOIN outreach.assembly_meeting m ON m.id = r.meeting
            /resources/spending/          | SELECT id, supplier AS said FROM resources.spending_expense WHERE supplier <> ''
            /resources/grant/agreement/   | SELECT id, title AS said FROM resources.grant_agreement
            /resources/grant/applications/| SELECT id, title AS said FROM resources.grant_application
            /outreach/event/              | SELECT id, name AS said FROM outreach.event
            /outreach/exhibition/         | SELECT id, title AS said FROM outreach.exhibition
            /outreach/anniversary/        | SELECT id, name AS said FROM outreach.anniversary
            /outreach/newsletter/         | SELECT n.newsletter AS id, t.title AS said FROM outreach.newsletter_block n JOIN outreach.newsletter_text t ON t.block = n.id WHERE t.title <> ''
            """)
    void findsWhatAPaperSays(String address, String select) {
        Map<String, Object> record = db.sql("SELECT * FROM (" + select + ") x ORDER BY said, id LIMIT 1")
                .query()
                .singleRow();
        String said = String.valueOf(record.get("said"));
        assertThat(pages.as(Role.COORDINATOR, Role.ACCOUNTANT)
                        .open("/search?q=" + said)
                        .select("main a[href]")
                        .eachAttr("href"))
                .as(said)
                .anyMatch(each -> each.startsWith(address));
    }
}
