package org.convergence.resources.impact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.resources.impact.domain.StoryPolicy.Story;
import org.junit.jupiter.api.Test;

/** Which realisations a leaflet tells, and how. */
class StoryPolicyTest {

    private int made = 0;

    @Test
    void sortsOwnRealisationsFirstThenNarrativesThenTheLatest() {
        var choosing = new StoryPolicy.StorySelection();
        choosing.add(story("réseau, ancien", false, 3, ""));
        choosing.add(story("réseau, raconté", false, 2, "Il y avait foule."));
        choosing.add(story("avec nous, ancien", true, 1, ""));
        choosing.add(story("avec nous, récent", true, 9, ""));
        choosing.add(story("avec nous, raconté", true, 1, "Le comité est reparti avec un plan."));
        assertThat(choosing.selected())
                .extracting(Story::title)
                .containsExactly(
                        "avec nous, raconté",
                        "avec nous, récent",
                        "avec nous, ancien",
                        "réseau, raconté",
                        "réseau, ancien");
    }

    @Test
    void keepsALimitedNumberOfStories() {
        var choosing = new StoryPolicy.StorySelection();
        for (int i = 0; i < 5_000; i++) {
            choosing.add(story("nº " + i, false, i % 28, ""));
        }
        assertThat(choosing.selected())
                .hasSize(StoryPolicy.MOST)
                .allMatch(story -> story.to().getDayOfMonth() == 28);
    }

    @Test
    void cutsALongTextAfterASentence() {
        String sentence = "Quarante personnes ont parlé de leur travail. ";
        String told = StoryPolicy.summarise(sentence.repeat(30));
        assertThat(told).hasSizeBetween(300, 420).endsWith("travail.");
        assertThat(StoryPolicy.summarise("a".repeat(900))).hasSize(420).endsWith("…");
        assertThat(StoryPolicy.summarise("**Un** atelier.\n\n- un\n- deux\n\nPuis un autre."))
                .isEqualTo("Un atelier. Puis un autre.");
        assertThat(StoryPolicy.summarise("")).isEmpty();
    }

    @Test
    void removesStoriesAndTextsThatNameAPerson() {
        List<Story> all = List.of(
                story("Avec une personne", true, 1, "Texte."),
                story("Un atelier", true, 2, "Elle a parlé."),
                story("Une marche", true, 3, "Tout le monde y était."));
        StoryPolicy.ScreenedStories told = StoryPolicy.withoutNames(
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
