package org.convergence.resources.impact.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.platform.geography.Place;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.MarkdownBlocks;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;

/** Selects, orders and shortens the realisations of a leaflet (R-RELAY-2, R-RELAY-3). */
final class StoryPolicy {

    /** How many stories are kept; two pages hold fewer. */
    static final int MOST = 40;

    private static final int LONGEST_TEXT = 420;

    /** The member's own realisations first, then those with a narrative, then the latest. */
    private static final Comparator<Story> FIRST = Comparator.comparing((Story story) -> !story.own())
            .thenComparing(story -> story.text().isEmpty())
            .thenComparing(Story::to, Comparator.reverseOrder())
            .thenComparing(Story::realisation);

    private StoryPolicy() {}

    /** Keeps the best stories of a stream of any length. */
    static final class StorySelection {

        private final PriorityQueue<Story> last = new PriorityQueue<>(FIRST.reversed());

        void add(Story story) {
            last.add(story);
            if (last.size() > MOST) {
                last.remove();
            }
        }

        /** The kept stories, in display order. */
        List<Story> selected() {
            return last.stream().sorted(FIRST).toList();
        }
    }

    static Story story(RealisationFact fact, OrganisationId member) {
        Participations count = fact.happening().participations();
        Place place = fact.happening().place();
        return new Story(
                fact.id().value(),
                fact.happening().title(),
                fact.happening().when().from(),
                fact.happening().when().to(),
                place == null ? null : place.code(),
                fact.happening().organisations().contains(member),
                count == null ? 0 : count.total(),
                summarise(fact.telling().narrative()));
    }

    /** The paragraphs of a narrative, cut to the maximum length at the end of a sentence if possible. */
    static String summarise(String narrative) {
        StringBuilder text = new StringBuilder();
        for (Block block : MarkdownBlocks.parse(narrative)) {
            if (block instanceof Block.Paragraph paragraph && text.length() <= LONGEST_TEXT) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(Inline.text(paragraph.parts()).strip());
            }
        }
        String whole = text.toString().strip();
        if (whole.length() <= LONGEST_TEXT) {
            return whole;
        }
        int end = whole.lastIndexOf(". ", LONGEST_TEXT);
        return end > LONGEST_TEXT / 3 ? whole.substring(0, end + 1) : TextShortener.shorten(whole, LONGEST_TEXT);
    }

    /** Stories without personal names, and how many were shortened or left out. */
    record ScreenedStories(List<Story> stories, int silenced) {}

    /**
     * Removes personal names: a story whose title names a person is left out, a text that does is emptied.
     *
     * @param titles names in each title, in the order of the stories
     * @param texts names in each text
     */
    static ScreenedStories withoutNames(List<Story> stories, List<List<String>> titles, List<List<String>> texts) {
        List<Story> told = new ArrayList<>();
        int silenced = 0;
        for (int i = 0; i < stories.size(); i++) {
            boolean inTitle = !titles.get(i).isEmpty();
            boolean inText = !texts.get(i).isEmpty();
            silenced += inTitle || inText ? 1 : 0;
            if (!inTitle) {
                told.add(inText ? stories.get(i).withoutText() : stories.get(i));
            }
        }
        return new ScreenedStories(told, silenced);
    }

    /**
     * A realisation as it appears in a leaflet.
     *
     * @param place code of the place; {@code null} if unknown
     * @param own whether the member took part itself
     * @param participations total number of participations; 0 if not counted
     * @param text short plain narrative; empty if there is none, or if it names a person
     */
    record Story(
            UUID realisation,
            String title,
            LocalDate from,
            LocalDate to,
            @Nullable String place,
            boolean own,
            int participations,
            String text) {

        Story withoutText() {
            return new Story(realisation, title, from, to, place, own, participations, "");
        }
    }
}
