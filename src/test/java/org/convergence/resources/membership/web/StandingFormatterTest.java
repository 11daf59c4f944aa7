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
                .isEqualTo("Rien à payer pour la cotisation annuelle");
        assertThat(StandingFormatter.formatPayment(even, in(Language.ENGLISH)).word())
                .isEqualTo("Nothing to pay for the annual dues");
    }

    @Test
    void representativeSeesTheSameLabel() {
        assertThat(in(Language.FRENCH).say("public.membership.paid.all"))
                .isEqualTo("Rien à payer pour la cotisation annuelle");
        assertThat(in(Language.ENGLISH).say("public.membership.paid.all"))
                .isEqualTo("Nothing to pay for the annual dues");
        assertThat(in(Language.SPANISH).say("public.membership.paid.all"))
                .isEqualTo("Nada que pagar por la cuota anual");
    }

    private static Words in(Language language) {
        return MESSAGES.in(language, ZoneId.of("America/Toronto"));
    }
}
