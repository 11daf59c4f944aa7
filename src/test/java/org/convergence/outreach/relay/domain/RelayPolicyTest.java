package org.convergence.outreach.relay.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.convergence.outreach.relay.domain.Relay.RelayKit;
import org.convergence.outreach.relay.domain.Relay.RelayKit.KitText;
import org.convergence.outreach.relay.domain.Relay.RelayKitId;
import org.convergence.outreach.relay.domain.Relay.RelayState;
import org.convergence.platform.fetch.FeedReader.ReadEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evidence in degrees (R-MAIL-12). */
class RelayPolicyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @Test
    void organisationAnswersUntilStaffSawIt() {
        assertThat(Arrays.stream(RelayState.values()).filter(now -> RelayPolicy.mayAnswer(now, RelayState.DECLARED)))
                .containsExactly(RelayState.PROPOSED, RelayState.TAKEN, RelayState.DECLARED, RelayState.DECLINED);
        assertThat(RelayPolicy.mayAnswer(RelayState.PROPOSED, RelayState.SEEN))
                .as("an organisation cannot say that we saw it")
                .isFalse();
        assertThat(RelayPolicy.mayAnswer(RelayState.PROPOSED, RelayState.KEPT)).isFalse();
    }

    @Test
    void keptCopyIsNotReducedToSeen() {
        assertThat(RelayPolicy.mayRecord(RelayState.DECLARED, RelayState.SEEN)).isTrue();
        assertThat(RelayPolicy.mayRecord(RelayState.SEEN, RelayState.KEPT)).isTrue();
        assertThat(RelayPolicy.mayRecord(RelayState.KEPT, RelayState.SEEN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "LE SALAIRE VIABLE!, https://union.example/1, '', true",
        "Un salaire viable partout, https://union.example/1, '', true",
        "Salario digno, https://union.example/1, '', true",
        "Salaire vital, https://union.example/1, '', false",
        "En bref, https://union.example/1, http://www.nous.example/texte/?utm=a, true",
        "En bref, https://nous.example/texte, '', true",
        "En bref, https://union.example/1, https://nous.example/textes, false",
        "Salaire viable, javascript:alert(1), '', false",
    })
    void postMayBeTheKitByItsTitleOrTheAddressOfItsText(String title, String url, String link, boolean expected) {
        ReadEntry post = new ReadEntry("1", title, url, DAY, List.of(link));
        assertThat(RelayPolicy.mayBe(kit("https://nous.example/texte"), post, DAY, ZoneOffset.UTC))
                .isEqualTo(expected);
        assertThat(RelayPolicy.mayBe(kit("https://nous.example/texte"), post, DAY.minusDays(1), ZoneOffset.UTC))
                .as("before the kit left")
                .isFalse();
        ReadEntry elsewhere = new ReadEntry("1", "En bref", url, DAY, List.of("https://nous.example/"));
        assertThat(RelayPolicy.mayBe(kit("https://nous.example"), elsewhere, DAY, ZoneOffset.UTC))
                .as("the address of a whole site")
                .isFalse();
    }

    private static RelayKit kit(String url) {
        return new RelayKit(
                new RelayKitId(new UUID(0, 1)),
                1,
                "Salaire viable",
                "Texte",
                url,
                null,
                null,
                "",
                null,
                null,
                null,
                null,
                DAY.atTime(9, 0).toInstant(ZoneOffset.UTC),
                null,
                null,
                null,
                "",
                null,
                List.of(new KitText("es", "Salario digno", "Texto", null, null)));
    }
}
