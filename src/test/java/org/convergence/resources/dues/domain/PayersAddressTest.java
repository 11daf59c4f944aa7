package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.ledger.InvoiceId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An invoice that another organisation pays carries its name and address. */
class PayersAddressTest extends DuesYearFixture {

    @Test
    void printsPayersAddress() {
        smallIsPaidBy(big);
        say(0, new PaymentArrangement(big, null, false, "7, rue de la Baie", null, null, null));
        CallId call = called();
        assertThat(addressee(line(call, "Syndicat du Lac")))
                .containsExactly(name(big), "pour " + name(small), "7, rue de la Baie");
        assertThat(addressee(line(call, "Syndicat de la Baie"))).containsExactly(name(big), "7, rue de la Baie");
        assertThat(as(() -> arrangements.paysForOthers(big))).isTrue();
        assertThat(as(() -> arrangements.paysForOthers(small))).isFalse();
    }

    @Test
    void leavesOutUnknownPayersAddress() {
        smallIsPaidBy(big);
        assertThat(addressee(line(called(), "Syndicat du Lac"))).containsExactly(name(big), "pour " + name(small));
    }

    @Test
    void sendsRevisionInvoiceToCurrentPayer() {
        smallIsPaidBy(null);
        CallId call = called();
        assertThat(addressee(line(call, "Syndicat du Lac"))).containsExactly(name(small), "12, rue du Lac");
        smallIsPaidBy(big);
        as(() -> {
            declare(small, 300);
            return revisions.settle(
                    call, line(call, "Syndicat du Lac").share().member().id(), false);
        });
        UUID second = db.sql("""
                        SELECT id FROM resources.ledger_invoice WHERE organisation = ? ORDER BY sequence DESC LIMIT 1
                        """).param(small.value()).query(UUID.class).single();
        assertThat(addressee(new InvoiceId(second))).containsExactly(name(big), "pour " + name(small));
    }

    private CallId called() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        issueAndSend(call);
        return call;
    }

    private void smallIsPaidBy(@Nullable OrganisationId payer) {
        int version = as(() -> arrangements.findFor(small)).version();
        say(version, new PaymentArrangement(small, payer, true, "12, rue du Lac", null, null, null));
    }

    private void say(int version, PaymentArrangement it) {
        as(() -> {
            arrangements.save(version, it);
            return true;
        });
    }

    private String name(OrganisationId id) {
        return Objects.requireNonNull(
                        as(() -> people.organisationNames(List.of(id)).get(id)))
                .name();
    }

    private List<String> addressee(CallLineQueries.CallLine line) {
        return addressee(Objects.requireNonNull(line.invoice()).id());
    }

    private List<String> addressee(InvoiceId id) {
        return as(() -> file.findById(id)).addressee().lines().toList();
    }
}
