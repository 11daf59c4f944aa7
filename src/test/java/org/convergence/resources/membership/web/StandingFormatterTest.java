package org.convergence.resources.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.MemberAccount;
import org.junit.jupiter.api.Test;

/** The label speaks of dues only: a member without unpaid dues may owe other amounts. */
class StandingFormatterTest {

    private static final Messages MESSAGES = Messages.load();

    @Test
    void labelSpeaksOfPaidDuesOnly() {
        MemberAccount even = new MemberAccount(List.of(), null, null, null);
        assertThat(StandingFormatter.formatPayment(even, in(Language.FRENCH)).word())
                .isEqualTo("Aucune cotisation à payer");
        assertThat(StandingFormatter.formatPayment(even, in(Language.ENGLISH)).word())
                .isEqualTo("No dues to pay");
    }

    @Test
    void representativeSeesTheSameLabel() {
        assertThat(in(Language.FRENCH).say("public.membership.paid.all")).isEqualTo("Aucune cotisation à payer");
        assertThat(in(Language.ENGLISH).say("public.membership.paid.all")).isEqualTo("No dues to pay");
        assertThat(in(Language.SPANISH).say("public.membership.paid.all")).isEqualTo("Ninguna cuota por pagar");
    }

    private static Words in(Language language) {
        return MESSAGES.in(language, ZoneId.of("America/Toronto"));
    }
}
