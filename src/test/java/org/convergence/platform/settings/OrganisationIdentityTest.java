package org.convergence.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.junit.jupiter.api.Test;

class OrganisationIdentityTest {

    private static final OrganisationIdentity WHOLE = new OrganisationIdentity(
            "Maison inc.",
            "1100000000",
            "1, rue A\nVille",
            "819 555-0100",
            "a@exemple.org",
            "",
            "Maison",
            "Virement : a",
            "Ana Roy",
            "",
            "",
            "");

    @Test
    void emptyDetailsLeaveNoLine() {
        assertThat(OrganisationIdentity.NONE.senderLines("Maison")).isEmpty();
        assertThat(profile(OrganisationIdentity.NONE).signature()).isEqualTo("Maison");
        assertThat(WHOLE.senderLines("Maison"))
                .containsExactly(
                        "Maison inc.", "1, rue A", "Ville", "819 555-0100 · a@exemple.org", "NEQ\u00a01100000000");
        assertThat(WHOLE.senderLines("Maison inc.")).startsWith("1, rue A");
        assertThat(profile(WHOLE).signature()).isEqualTo("Ana Roy\nMaison");
    }

    private static OrganisationProfile profile(OrganisationIdentity identity) {
        return new OrganisationProfile("Maison", List.of("fr"), ZoneOffset.UTC, MonthDay.of(1, 1), null, identity);
    }

    @Test
    void saysHowToPayInTheLanguage() {
        Messages messages = Messages.load();
        Words french = messages.in(Language.FRENCH, ZoneOffset.UTC);
        assertThat(OrganisationIdentity.NONE.paymentLines(french)).isEmpty();
        assertThat(WHOLE.paymentLines(french)).containsExactly("Par chèque, à l’ordre de Maison", "Virement : a");
        assertThat(WHOLE.paymentLines(messages.in(Language.ENGLISH, ZoneOffset.UTC)))
                .startsWith("By cheque, payable to Maison");
    }
}
