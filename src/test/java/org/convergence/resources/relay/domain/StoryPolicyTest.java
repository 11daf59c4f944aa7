package org.convergence.resources.relay.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which realisations a leaflet tells, and how. */
class StoryPolicyTest {

    private int made = 0;

    @Test
    void whatTheMemberDidItselfIsToldFirstThenWhatSomebodyToldThenTheLatest() {
        var choosing = new StoryPolicy.Choosing();
        choosing.see(story("réseau, ancien", false, 3, ""));
        choosing.see(story("réseau, raconté", false, 2, "Il y avait foule."));
        choosing.see(story("avec nous, ancien", true, 1, ""));
        choosing.see(story("avec nous, récent", true, 9, ""));
        choosing.see(story("avec nous, raconté", true, 1, "Le comité est reparti avec un plan."));
        assertThat(choosing.chosen())
                .extracting(Story::title)
                .containsExactly(
                        "avec nous, raconté",
                        "avec nous, récent",
                        "avec nous, ancien",
                        "réseau, raconté",
                        "réseau, ancien");
    }

    @Test
    void howeverManyPassOnlySoManyAreKept() {
        var choosing = new StoryPolicy.Choosing();
        for (int i = 0; i < 5_000; i++) {
            choosing.see(story("nº " + i, false, i % 28, ""));
        }
        assertThat(choosing.chosen())
                .hasSize(StoryPolicy.MOST)
                .allMatch(story -> story.to().getDayOfMonth() == 28);
    }

    @Test
    void aLongTextEndsWithASentence() {
        String sentence = "Quarante personnes ont parlé de leur travail. ";
        String told = StoryPolicy.brief(sentence.repeat(30));
        assertThat(told).hasSizeBetween(300, 420).endsWith("travail.");
        assertThat(StoryPolicy.brief("a".repeat(900))).hasSize(420).endsWith("…");
        assertThat(StoryPolicy.brief("**Un** atelier.\n\n- un\n- deux\n\nPuis un autre."))
                .isEqualTo("Un atelier. Puis un autre.");
        assertThat(StoryPolicy.brief("")).isEmpty();
    }

    @Test
    void whoIsNamedIsNotTold() {
        List<Story> all = List.of(
                story("Avec une personne", true, 1, "Texte."),
                story("Un atelier", true, 2, "Elle a parlé."),
                story("Une marche", true, 3, "Tout le monde y était."));
        StoryPolicy.Named told = StoryPolicy.without(
                all,
                List.of(List.of("Une personne"), List.of(), List.of()),
                List.of(List.of(), List.of("Elle"), List.of()));
        assertThat(told.silenced()).isEqualTo(2);
        assertThat(told.stories()).extracting(Story::title).containsExactly("Un atelier", "Une marche");
        assertThat(told.stories()).extracting(Story::text).containsExactly("", "Tout le monde y était.");
    }

    private Story story(String title, boolean own, int day, String text) {
        made++;
        LocalDate on = LocalDate.of(2026, 1, 1).plusDays(day);
        return new Story(new UUID(0, made), title, on, on, null, own, 0, text);
    }
}
