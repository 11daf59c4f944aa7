package org.convergence.house;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.convergence.directory.handover.Holding;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every column that references a person is a holding that is handed over, or is listed here with the reason why it is
 * none.
 */
@ModuleTest
class HandoverCoverageTest {

    private static final Map<String, String> NOT_HELD = Map.ofEntries(
            entry("directory.people_alias.person", "a record of hers that another replaced"),
            entry("directory.people_forgetting.person", "how her name is taken out of files"),
            entry("directory.handover.person", "who left; a record"),
            entry("directory.handover_item.successor", "who took over; a record"),
            entry("directory.handover_note.successor", "what was left to her to read"),
            entry("directory.consent_entry.person", "what she consented to; proof"),
            entry("directory.consent_link.person", "a link to her own preferences"),
            entry("directory.consent_request.person", "what she asked about her data"),
            entry("directory.exchange_person.person", "an exchange in which she took part"),
            entry("plan.time_leave.person", "days on which she does not work"),
            entry("plan.time_entry.person", "hours that she worked"),
            entry("outreach.assembly_notice.person", "a notice that was sent to her"),
            entry("outreach.assembly_attendance.person", "a meeting at which she was"),
            entry("outreach.assembly_resolution.proposer", "what she proposed"),
            entry("outreach.assembly_resolution.seconder", "what she seconded"),
            entry("outreach.assembly_interest.person", "a conflict that she declared"),
            entry("resources.ledger_invoice.person", "what she was asked to pay"),
            entry("resources.ledger_invoice.payer_person", "what she is asked to pay"),
            entry("resources.ledger_payment.person", "what she paid"),
            entry("resources.membership_billing.person", "who answers for an organisation, which names another"),
            entry("directory.protection_vault.person", "what identifies her, sealed"),
            entry("directory.protection_mention.person", "where she may be meant, not what stands there"),
            entry("directory.protection_mark.person", "by what she is recognised"),
            entry("directory.protection_opener.person", "who may open her"),
            entry("directory.protection_gesture.person", "what was done with her identity; a record"),
            entry("directory.protection_consent.person", "what she lets be said of her"),
            entry("directory.protection_sweep.person", "how her name was taken out"),
            entry("resources.prospect.person", "that she might join, which is hers"),
            entry("resources.membership.person", "that she is a member, which nobody takes over"));

    @Autowired
    private List<Holding> holdings;

    @Autowired
    private JdbcClient db;

    @Test
    void everyReferenceToPersonIsHandedOverOrReviewed() {
        Set<String> keys = new HashSet<>(db.sql("""
                        SELECT c.conrelid::regclass || '.' || a.attname
                        FROM pg_constraint c
                        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
                        WHERE c.contype = 'f' AND c.confrelid = 'directory.people_person'::regclass
                        """).query(String.class).list());
        Set<String> answered =
                holdings.stream().flatMap(each -> each.columns().stream()).collect(Collectors.toSet());
        assertThat(answered).as("columns held that are no keys to a person").isSubsetOf(keys);
        assertThat(answered).as("both held and said not to be").doesNotContainAnyElementsOf(NOT_HELD.keySet());
        answered.addAll(NOT_HELD.keySet());
        assertThat(answered)
                .as("keys to people: contribute a Holding, or say here why nobody holds anything by it")
                .isEqualTo(keys);
    }
}
