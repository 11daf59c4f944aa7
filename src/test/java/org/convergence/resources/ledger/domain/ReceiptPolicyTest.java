package org.convergence.resources.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.convergence.platform.database.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-REC-1: before registration, nothing calls itself an official receipt. */
class ReceiptPolicyTest {

    private static final LocalDate REGISTERED = LocalDate.of(2026, 1, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Voici votre REÇU OFFICIEL",
                "reçu aux fins de l’impôt",
                "your Official Receipt",
                "un reçu d'impôt suivra"
            })
    void locksWordsBeforeRegistration(String text) {
        assertThatThrownBy(() -> ReceiptPolicy.requireAllowed(text, REGISTERED, null))
                .isInstanceOf(Refused.class);
        assertThatCode(() -> ReceiptPolicy.requireAllowed(text, REGISTERED, REGISTERED))
                .doesNotThrowAnyException();
    }

    @Test
    void locksWordsForEarlierPayments() {
        LocalDate before = REGISTERED.minusDays(1);
        assertThatThrownBy(() -> ReceiptPolicy.requireAllowed("Voici votre reçu officiel", before, REGISTERED))
                .isInstanceOf(Refused.class);
        assertThat(ReceiptPolicy.noticeKey(before, REGISTERED)).isEqualTo("ledger.receipt.not-valid");
        assertThat(ReceiptPolicy.noticeKey(REGISTERED, REGISTERED)).isEqualTo("ledger.receipt.not-official");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Merci de votre don", "Accusé de réception", "Nous avons bien reçu votre chèque officiellement"})
    void allowsOrdinaryThanks(String text) {
        assertThat(ReceiptPolicy.usesReservedWords(text)).isFalse();
    }
}
