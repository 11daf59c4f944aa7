package org.convergence.plan.realisation.web;

import java.util.List;
import org.convergence.directory.people.Choosing;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.jspecify.annotations.Nullable;

/**
 * The form with which something is recorded or corrected.
 *
 * @param rest what the distribution leaves of the count, in words; empty where there is no count
 * @param sourced where it comes from, if from elsewhere: what happened is then changed there
 */
public record EntryPage(
        Frame frame,
        Form form,
        AtHand atHand,
        String rest,
        ServedPart serves,
        @Nullable Sourced sourced,
        @Nullable Conflict conflict) {

    private static final List<String> DISTRIBUTION = List.of("women", "men", "other", "notStated", "youth");
    private static final List<String> DETAILS =
            List.of("kind", "volunteerHours", "copies", "quantity", "narrative", "links");

    /**
     * What stands around the form.
     *
     * @param key its name in the messages
     * @param cancel where one goes without saving
     * @param subject what is corrected; {@code null} for something new
     */
    public record Frame(
            String key,
            String action,
            String cancel,
            @Nullable String subject) {}

    /**
     * What lies at hand.
     *
     * @param planned what was planned and may have happened by now
     * @param titles what was recorded last, as suggestions
     * @param usual the place that has a chip of its own; {@code null} where none does
     */
    public record AtHand(
            List<Planned> planned,
            List<String> titles,
            @Nullable Option usual,
            List<OptionGroup> regions,
            List<OptionGroup> countries,
            Choosing with) {}

    /** Something planned whose day has come. */
    public record Planned(String label, String url) {}

    /**
     * What happened elsewhere.
     *
     * @param url where it is changed; {@code null} where that has no page
     */
    public record Sourced(
            List<RealisationPage.Fact> facts, @Nullable String url) {}

    /** Whether the distribution was begun. */
    public boolean distributed() {
        return begun(DISTRIBUTION);
    }

    /** Whether anything stands in what is folded away. */
    public boolean detailed() {
        return begun(DETAILS);
    }

    private boolean begun(List<String> fields) {
        return fields.stream().anyMatch(field -> form.filled(field) || form.problem(field) != null);
    }
}
