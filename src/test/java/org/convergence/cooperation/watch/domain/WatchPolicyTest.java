package org.convergence.cooperation.watch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.cooperation.watch.domain.WatchFeed.FeedHealth;
import org.convergence.cooperation.watch.domain.WatchPolicy.EntryCandidate;
import org.convergence.cooperation.watch.domain.WatchPolicy.PastedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatchPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void readsTitleAddressAndSiteFromPastedText() {
        assertThat(WatchPolicy.parsePaste("https://www.exemple.org/2026/11/greve-des-maquilas.html?x=1"))
                .isEqualTo(new PastedText(
                        "Greve des maquilas",
                        "https://www.exemple.org/2026/11/greve-des-maquilas.html?x=1",
                        "exemple.org",
                        ""));
        assertThat(WatchPolicy.parsePaste("https://exemple.org/a1b2").title()).isEqualTo("exemple.org");
        assertThat(WatchPolicy.parsePaste("https://exemple.org/%E0%A4%A/ok"))
                .as("no address can be read in it")
                .isEqualTo(new PastedText("https://exemple.org/%E0%A4%A/ok", null, "", ""));
        String two = "  Grève à  Ouanaminthe (https://exemple.org/a).\nDeux cents couturières.";
        PastedText text = WatchPolicy.parsePaste(two);
        assertThat(text.title()).isEqualTo("Grève à Ouanaminthe");
        assertThat(text.url()).isEqualTo("https://exemple.org/a");
        assertThat(text.body()).isEqualTo(two.strip());
        assertThat(WatchPolicy.parsePaste("Un mot").url()).isNull();
        assertThat(WatchPolicy.parsePaste("javascript:alert(1) http://u:p@exemple.org/")
                        .url())
                .as("an address with a password is none")
                .isNull();
        assertThat(WatchPolicy.parsePaste("x".repeat(500)).title()).hasSize(300);
        assertThat(WatchPolicy.parsePaste(" \n ").title()).isEmpty();
    }

    @Test
    void findsTheOnlyCountryThatATextNames() {
        Map<String, String> names = Map.of("HT", "Haïti", "NE", "Niger", "NG", "Nigéria", "MX", "Mexique");
        assertThat(WatchPolicy.findCountry("Grève en HAITI", names)).contains("HT");
        assertThat(WatchPolicy.findCountry("https://exemple.org/haiti-les-greves", names))
                .contains("HT");
        assertThat(WatchPolicy.findCountry("Au Nigéria", names)).contains("NG");
        assertThat(WatchPolicy.findCountry("D’Haïti au Mexique", names)).isEmpty();
        assertThat(WatchPolicy.findCountry("Ailleurs", names)).isEmpty();
    }

    private static EntryCandidate entry(int id, int feed, @Nullable String url, @Nullable LocalDate on) {
        return new EntryCandidate(new UUID(0, id), new UUID(1, feed), url, on, TODAY);
    }

    private static List<Long> choose(int proposed, EntryCandidate... among) {
        return WatchPolicy.choose(List.of(among), proposed).stream()
                .map(UUID::getLeastSignificantBits)
                .toList();
    }

    @Test
    void proposesThreeAWeekFromEachFeedInTurn() {
        EntryCandidate old = entry(1, 1, "https://a/1", TODAY.minusDays(3));
        EntryCandidate undated = entry(2, 1, "https://a/2", null);
        EntryCandidate recent = entry(3, 1, "https://a/3", TODAY.minusDays(1));
        EntryCandidate other = entry(4, 2, "https://b/4", TODAY.minusDays(6));
        assertThat(choose(0, old, undated, recent, other)).containsExactly(2L, 4L, 3L);
        assertThat(choose(2, old, undated, recent, other)).containsExactly(2L);
        assertThat(choose(3, old, undated, recent, other)).isEmpty();
        assertThat(choose(5, old)).isEmpty();
        assertThat(choose(0, undated, entry(5, 2, "https://a/2", TODAY)))
                .as("the same address in two feeds")
                .hasSize(1);
        assertThat(choose(0, recent, entry(6, 1, null, null), entry(7, 1, "https://a/7", TODAY.plusYears(5))))
                .as("a day in the future is the day on which it was seen")
                .containsExactly(6L, 7L, 3L);
    }

    @Test
    void silenceIsNotHealth() {
        Instant lately = NOW.minus(Duration.ofHours(7));
        Instant longAgo = NOW.minus(Duration.ofDays(31));
        assertThat(WatchPolicy.health(true, 0, lately, lately, NOW)).isEqualTo(FeedHealth.FINE);
        assertThat(WatchPolicy.health(true, 0, lately, longAgo, NOW)).isEqualTo(FeedHealth.SILENT);
        assertThat(WatchPolicy.health(true, 0, lately, null, NOW)).isEqualTo(FeedHealth.SILENT);
        assertThat(WatchPolicy.health(true, 0, longAgo, lately, NOW)).isEqualTo(FeedHealth.UNREAD);
        assertThat(WatchPolicy.health(true, 1, lately, lately, NOW)).isEqualTo(FeedHealth.FAILING);
        assertThat(WatchPolicy.health(true, 0, null, null, NOW)).isEqualTo(FeedHealth.NEW);
        assertThat(WatchPolicy.health(false, 2, lately, lately, NOW)).isEqualTo(FeedHealth.OFF);
    }

    @Test
    void readsFailingFeedsLessOftenButEachDay() {
        assertThat(WatchPolicy.nextReading(NOW, 0)).isEqualTo(NOW.plus(Duration.ofHours(6)));
        assertThat(WatchPolicy.nextReading(NOW, 1)).isEqualTo(NOW.plus(Duration.ofHours(12)));
        assertThat(WatchPolicy.nextReading(NOW, 64)).isEqualTo(NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void weeksBeginOnMonday() {
        assertThat(WatchPolicy.weekOf(TODAY)).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(WatchPolicy.weekOf(LocalDate.of(2026, 11, 23))).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(WatchPolicy.weekOf(LocalDate.of(2026, 11, 29))).isEqualTo(LocalDate.of(2026, 11, 23));
    }
}
