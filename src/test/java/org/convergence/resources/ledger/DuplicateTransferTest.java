package org.convergence.resources.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convergence.resources.ledger.LedgerFixture.DAY;
import static org.convergence.resources.ledger.LedgerFixture.cad;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A transfer with a number of its own is entered once. */
@ModuleTest
class DuplicateTransferTest extends DuplicatePaymentFixture {

    private static final String NUMBER = "CA7Kx9 20418";

    @Autowired
    private MockMvcTester mvc;

    @Test
    void refusesSameNumberAmountAndPayer() {
        noted(transfer(union, NUMBER, "75"));
        refuses(() -> noted(transfer(union, "ca7kx920418", "75")));
        noted(transfer(union, "CA7Kx9 20419", "75"));
        noted(transfer(union, NUMBER, "80"));
        noted(transfer(as(() -> people.findOrCreateOrganisation("Autre " + UUID.randomUUID())), NUMBER, "75"));
        noted(new PaymentFacts(union, null, PaymentMethod.CHEQUE, DAY, NUMBER, cad("75"), null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTERAC", "Virement bancaire", "V 2041", "lot 12"})
    void allowsRepeatedBankWord(String word) {
        noted(transfer(union, word, "75"));
        noted(transfer(union, word, "75"));
    }

    @Test
    void allowsReversedTransferAgain() {
        PaymentId first = noted(transfer(union, NUMBER, "75"));
        as(() -> receiving.reverse(first, DAY.plusDays(3), "Rappelé"));
        noted(transfer(union, NUMBER, "75"));
    }

    @Test
    void refusesCorrectionIntoDuplicate() {
        noted(transfer(union, NUMBER, "75"));
        PaymentId other = noted(transfer(union, "CA7Kx9 20419", "75"));
        refuses(() -> corrected(other, transfer(union, NUMBER, "75")));
        corrected(other, transfer(union, "CA7Kx9 20419", "75"));
    }

    /** Some banks write an account number beside each transfer, and a bank line is entered once whatever its text. */
    @Test
    void allowsTwoBankLinesWithSameNumber() {
        noted(ofTheBank());
        PaymentId second = noted(ofTheBank());
        corrected(second, transfer(union, NUMBER, "75"));
        refuses(() -> noted(transfer(union, NUMBER, "75")));
    }

    @Test
    void concurrentUsersEnterTransferOnce() {
        ConcurrentActions.ActionResult second = atOnce.runBeforeCommit(
                visitors.actor(Role.COORDINATOR),
                () -> receiving.receive(transfer(union, NUMBER, "75"), List.of()),
                () -> receiving.receive(transfer(union, NUMBER, "75"), List.of()));
        assertThat(second.thrown()).isInstanceOf(Refused.class);
    }

    @Test
    void formShowsDuplicate() {
        noted(transfer(union, NUMBER, "75"));
        assertThat(mvc.post()
                        .uri("/resources/ledger/payments/new")
                        .with(csrf())
                        .with(visitors.as(Role.STAFF))
                        .param("organisation", union.value().toString())
                        .param("amount", "75")
                        .param("method", "TRANSFER")
                        .param("received", DAY.toString())
                        .param("reference", NUMBER))
                .hasStatus(422)
                .bodyText()
                .contains("Le virement CA7Kx9 20418 de ce payeur", "15 janvier 2026");
    }

    private PaymentFacts ofTheBank() {
        return facts(union, NUMBER, "75", "bank/" + UUID.randomUUID());
    }

    private static PaymentFacts transfer(OrganisationId by, String reference, String amount) {
        return facts(by, reference, amount, null);
    }

    private static PaymentFacts facts(OrganisationId by, String reference, String amount, @Nullable String source) {
        return new PaymentFacts(by, null, PaymentMethod.TRANSFER, DAY, reference, cad(amount), null, null, source);
    }

    private static void refuses(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.messageKey()).isEqualTo("ledger.refused.transfer-noted"));
    }
}
