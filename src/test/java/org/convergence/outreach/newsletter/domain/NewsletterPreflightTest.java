package org.convergence.outreach.newsletter.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.outreach.newsletter.domain.NewsletterPreflight.PreflightCheck;
import org.convergence.outreach.newsletter.domain.NewsletterPreflight.PreflightResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page of a sending says that it checked. */
class NewsletterPreflightTest {

    @Test
    void tellsOnceThatTheStopLinkDoesNotOpenElsewhere() {
        assertThat(new NewsletterPreflight(
                                List.of(NewsletterPreflight.ADDRESS), true, 1, "1 ko", "http://localhost:8080", 1, 0)
                        .checks().stream().filter(each -> each.result() == PreflightResult.FAILED))
                .extracting(PreflightCheck::key)
                .containsExactly("newsletter.check.address");
    }

    private static final String PUBLIC = "https://convergence.exemple.org";

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, true, FAILED newsletter.check.address",
        "https://localhost, true, FAILED newsletter.check.address",
        "https://127.0.0.1:8443, true, FAILED newsletter.check.address",
        "http://convergence.exemple.org, true, FAILED newsletter.check.address",
        "https://convergence.exemple.org, true, OK newsletter.check.stop",
        "https://localhost.exemple.org, true, OK newsletter.check.stop",
        "http://localhost:8080, false, FAILED newsletter.check.address",
    })
    void stopLinkThatOpensForNoReaderFails(String baseUrl, boolean isMailSet, String expected) {
        assertThat(results(new NewsletterPreflight(List.of(), isMailSet, 1, "1 ko", baseUrl, 1, 0)))
                .contains(expected);
    }

    @Test
    void letterAboveHundredKilobytesFails() {
        assertThat(results(new NewsletterPreflight(List.of(), true, 102_400, "100 ko", PUBLIC, 1, 0)))
                .contains("OK newsletter.check.size");
        assertThat(results(new NewsletterPreflight(List.of(), true, 102_401, "100 ko", PUBLIC, 1, 0)))
                .contains("FAILED newsletter.check.heavy");
    }

    @Test
    void limitOfADayTellsHowLongTheSendingTakes() {
        assertThat(new NewsletterPreflight(List.of("newsletter.lacks.text"), true, 1, "1 ko", PUBLIC, 1_001, 500)
                        .checks())
                .contains(
                        new PreflightCheck(PreflightResult.FAILED, "newsletter.lacks.text", List.of()),
                        new PreflightCheck(PreflightResult.OK, "newsletter.check.days", List.of(1_001, 500, 3)),
                        new PreflightCheck(PreflightResult.UNKNOWN, "newsletter.check.domain", List.of()));
        assertThat(results(new NewsletterPreflight(List.of(), true, 1, "1 ko", PUBLIC, 500, 500)))
                .doesNotContain("OK newsletter.check.days");
    }

    private static List<String> results(NewsletterPreflight preflight) {
        return preflight.checks().stream()
                .map(each -> each.result() + " " + each.key())
                .toList();
    }
}
