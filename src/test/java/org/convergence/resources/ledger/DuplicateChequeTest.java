package org.convergence.resources.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convergence.resources.ledger.LedgerFixture.DAY;
import static org.convergence.resources.ledger.LedgerFixture.cad;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.convergence.directory.people.OrganisationId;
import org.convergence.identity.Role;
import org.convergence.platform.database.Refused;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One cheque is entered once. */
@ModuleTest
class DuplicateChequeTest extends DuplicatePaymentFixture {

    @Test
    void refusesSameNumberAmountAndPayer() {
        noted(cheque(union, null, "002417", "75"));
        refuses(() -> noted(cheque(union, null, "2417", "75")));
        noted(cheque(union, null, "2418", "75"));
        noted(cheque(union, null, "2417", "80"));
        noted(cheque(as(() -> people.findOrCreateOrganisation("Autre " + UUID.randomUUID())), null, "2417", "75"));
    }

    @Test
    void comparesPayerNameOnCheque() {
        String name = "Succession " + UUID.randomUUID();
        noted(cheque(null, name, "12", "75"));
        refuses(() -> noted(cheque(null, name, "12", "75")));
        noted(cheque(null, name + " et fils", "12", "75"));
    }

    @Test
    void allowsTwoPaymentsWithoutNumber() {
        noted(cheque(union, null, null, "75"));
        noted(cheque(union, null, null, "75"));
        noted(paid(PaymentMethod.TRANSFER, union, null, "INTERAC", "75"));
        noted(paid(PaymentMethod.TRANSFER, union, null, "INTERAC", "75"));
    }

    @Test
    void allowsReversedChequeAgain() {
        PaymentId first = noted(cheque(union, null, "2417", "75"));
        as(() -> receiving.reverse(first, DAY.plusDays(3), "Sans provision"));
        noted(cheque(union, null, "2417", "75"));
    }

    @Test
    void refusesCorrectionIntoDuplicate() {
        noted(cheque(union, null, "2417", "75"));
        PaymentId other = noted(cheque(union, null, "2418", "75"));
        refuses(() -> corrected(other, cheque(union, null, "2417", "75")));
        corrected(other, cheque(union, null, "2418", "75"));
    }

    @Test
    void concurrentUsersEnterChequeOnce() {
        ConcurrentActions.ActionResult second = atOnce.runBeforeCommit(
                visitors.actor(Role.COORDINATOR),
                () -> receiving.receive(cheque(union, null, "2417", "75"), List.of()),
                () -> receiving.receive(cheque(union, null, "2417", "75"), List.of()));
        assertThat(second.thrown()).isInstanceOf(Refused.class);
    }

    private static PaymentFacts cheque(
            @Nullable OrganisationId by, @Nullable String name, @Nullable String number, String amount) {
        return paid(PaymentMethod.CHEQUE, by, name, number, amount);
    }

    private static PaymentFacts paid(
            PaymentMethod method,
            @Nullable OrganisationId by,
            @Nullable String name,
            @Nullable String reference,
            String amount) {
        return new PaymentFacts(by, name, method, DAY, reference, cad(amount), null, null, null);
    }

    private static void refuses(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.messageKey()).isEqualTo("ledger.refused.cheque-noted"));
    }
}
